export type LetterPreview = { reference: string, pages: number, warnings: Array<string>, plain: string, };
