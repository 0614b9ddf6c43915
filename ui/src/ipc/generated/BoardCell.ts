export type BoardCell = { question: string, outcome: string | null, outcome_label: string | null, exemptions: Array<string>, };
