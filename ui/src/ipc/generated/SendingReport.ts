import type { BatchItem } from "./BatchItem";
import type { StartedClock } from "./StartedClock";

export type SendingReport = { on: string, items: Array<BatchItem>, clocks: Array<StartedClock>, };
