import type { BatchItem } from "./BatchItem";
import type { WrittenLetter } from "./WrittenLetter";

export type SendReport = { written: Array<WrittenLetter>, items: Array<BatchItem>, notices: Array<string>, };
