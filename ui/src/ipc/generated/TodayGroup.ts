import type { TodayRequest } from "./TodayRequest";

export type TodayGroup = { step: string, label: string, requests: Array<TodayRequest>, };
