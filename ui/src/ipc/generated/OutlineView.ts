import type { InputProblem } from "./InputProblem";
import type { QuestionOutline } from "./QuestionOutline";

export type OutlineView = { questions: Array<QuestionOutline>, note: string | null, problems: Array<InputProblem>, };
