export type FindingView = { place: string, message: string, };
