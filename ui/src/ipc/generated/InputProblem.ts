export type InputProblem = { line: number, column: number | null, field: string | null, message: string, hint: string, };
