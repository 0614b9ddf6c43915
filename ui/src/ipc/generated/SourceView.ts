export type SourceView = { kind: string, citation: string, date: string, speaker: string | null, column: string | null, question: string | null, quotation: string, answer: string | null, };
