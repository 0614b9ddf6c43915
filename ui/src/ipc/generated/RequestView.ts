import type { StepView } from "./StepView";

export type RequestView = { reference: string, campaign: string, force: string, force_name: string, regime: string, stage: string, stage_label: string, due: string | null, next_step: string, next_steps: Array<StepView>, answered: number, counted: number, sent_on: string | null, received_on: string | null, receipt: string | null, response_due: string | null, late: Array<string>, review_request_due: string | null, their_reference: string | null, queued: Array<string>, problems: Array<string>, };
