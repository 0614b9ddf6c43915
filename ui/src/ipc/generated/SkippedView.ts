export type SkippedView = { date: string, why: string, };
