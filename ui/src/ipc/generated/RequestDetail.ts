import type { DeadlineView } from "./DeadlineView";
import type { EventView } from "./EventView";
import type { LetterView } from "./LetterView";
import type { QuestionView } from "./QuestionView";
import type { StepView } from "./StepView";

export type RequestDetail = { questions: Array<QuestionView>, deadlines: Array<DeadlineView>, correspondence: Array<EventView>, letters: Array<LetterView>, reference: string, campaign: string, force: string, force_name: string, regime: string, stage: string, stage_label: string, due: string | null, next_step: string, next_steps: Array<StepView>, answered: number, counted: number, sent_on: string | null, received_on: string | null, receipt: string | null, response_due: string | null, late: Array<string>, review_request_due: string | null, their_reference: string | null, queued: Array<string>, problems: Array<string>, };
