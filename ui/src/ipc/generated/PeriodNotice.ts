export type PeriodNotice = { message: string, };
