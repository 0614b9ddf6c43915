export type LetterView = { reference: string, kind: string, mode: string | null, dated: string, state: string, sent: Array<string>, pages: number, hash: string, };
