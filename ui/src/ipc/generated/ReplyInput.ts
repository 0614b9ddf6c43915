import type { OutcomeRow } from "./OutcomeRow";

export type ReplyInput = { request: string, dated: string, received_on: string | null, their_reference: string | null, notes: Array<string>, outcomes: Array<OutcomeRow>, supersedes: number | null, };
