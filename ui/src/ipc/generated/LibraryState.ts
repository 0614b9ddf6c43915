import type { LibraryStateKind } from "./LibraryStateKind";

export type LibraryState = { kind: LibraryStateKind, folder: string, message: string | null, hint: string | null, today: string, police_forces: number, campaigns: number, requests: number, };
