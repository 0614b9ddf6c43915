import type { TodayGroup } from "./TodayGroup";

export type TodayView = { today: string, groups: Array<TodayGroup>, };
