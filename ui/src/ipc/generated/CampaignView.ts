import type { PeriodNotice } from "./PeriodNotice";
import type { QuestionOutline } from "./QuestionOutline";
import type { SourceView } from "./SourceView";

export type CampaignView = { prefix: string, title: string, periods: Array<string>, sample: boolean, counted: number, requests: number, questions: Array<QuestionOutline>, note: string | null, note_printed: boolean, sources: Array<SourceView>, notices: Array<PeriodNotice>, };
