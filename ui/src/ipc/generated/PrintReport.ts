import type { PostingLine } from "./PostingLine";

export type PrintReport = { job: string | null, posting_list: string | null, letters: number, pages: number, lines: Array<PostingLine>, };
