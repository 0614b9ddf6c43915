import type { FileView } from "./FileView";

export type EventView = { event: number, kind: string, what: string, happened_on: string, received_on: string | null, note: string | null, files: Array<FileView>, struck: string | null, };
