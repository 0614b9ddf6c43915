import type { RequestView } from "./RequestView";

export type Recorded = { event: number, request: RequestView, not_listed: Array<string>, notices: Array<string>, };
