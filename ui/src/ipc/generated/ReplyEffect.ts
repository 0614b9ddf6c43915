import type { DeadlineView } from "./DeadlineView";
import type { RequestView } from "./RequestView";

export type ReplyEffect = { before: RequestView, after: RequestView, deadlines: Array<DeadlineView>, not_listed: Array<string>, notices: Array<string>, };
