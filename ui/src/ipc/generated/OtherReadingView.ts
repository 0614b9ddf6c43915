export type OtherReadingView = { due: string, why: string, };
