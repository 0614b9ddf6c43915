import type { OtherReadingView } from "./OtherReadingView";
import type { SkippedView } from "./SkippedView";

export type DeadlineView = { limit: string, label: string, subject: string, counted_from: string, counted_from_fact: string, due: string, length: string | null, skipped: Array<SkippedView>, provisional: boolean, authority: string, citation: string, confirmed: boolean, working: string, state: string, state_words: string, outstanding: Array<string>, other_reading: OtherReadingView | null, };
