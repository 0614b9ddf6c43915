export type WrittenLetter = { reference: string, force: string, kind: string, mode: string | null, pages: number, file: string | null, warnings: Array<string>, };
