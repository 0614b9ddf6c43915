import type { BatchItem } from "./BatchItem";

export type OperationView = { operation: number, label: string, recorded_at: string, undoes: number | null, undone_by: number | null, items: Array<BatchItem>, };
