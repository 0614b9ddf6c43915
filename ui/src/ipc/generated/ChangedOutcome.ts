export type ChangedOutcome = { question: string, before: string, after: string, };
