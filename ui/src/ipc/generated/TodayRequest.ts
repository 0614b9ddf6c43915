export type TodayRequest = { reference: string, force: string, force_name: string, reason: string, until: string | null, citation: string | null, mode: string | null, };
