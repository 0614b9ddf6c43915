import type { ErrorKind } from "./ErrorKind";
import type { InputProblem } from "./InputProblem";

export type DeskError = { kind: ErrorKind, message: string, hint: string, field: string | null, citation: string | null, problems: Array<InputProblem>, };
