import type { BoardRow } from "./BoardRow";
import type { QuestionOutline } from "./QuestionOutline";

export type BoardView = { campaign: string, title: string, periods: Array<string>, questions: Array<QuestionOutline>, rows: Array<BoardRow>, };
