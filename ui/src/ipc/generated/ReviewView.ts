import type { ChangedOutcome } from "./ChangedOutcome";
import type { DeadlineView } from "./DeadlineView";

export type ReviewView = { reference: string, force: string, force_name: string, regime: string, letter: string | null, questions: Array<string>, grounds: Array<string>, asked_on: string, received_on: string, due: string | null, authority: string | null, deadlines: Array<DeadlineView>, state: string, decided_on: string | null, result: string | null, changed: Array<ChangedOutcome>, next_step: string, };
