import type { BoardCell } from "./BoardCell";

export type BoardRow = { reference: string, force: string, force_name: string, stage: string, stage_label: string, due: string | null, answered: number, counted: number, cells: Array<BoardCell>, };
