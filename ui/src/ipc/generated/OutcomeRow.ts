export type OutcomeRow = { question: string, outcome: string, exemptions: Array<string>, note: string | null, };
