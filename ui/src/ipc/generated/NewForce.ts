import type { ForceEdit } from "./ForceEdit";

export type NewForce = { id: string, name: string, short_name: string | null, nation: string, regime: string, kind: string, edit: ForceEdit, };
