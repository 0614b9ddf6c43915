import type { DeskError, OutcomeRow } from '../ipc'

/** What an error says of a question's row: by the question it names, or by the line of its row. */
export function rowErrors(error: DeskError | undefined, rows: OutcomeRow[]): Map<string, string> {
  const found = new Map<string, string>()
  if (!error) return found
  for (const problem of error.problems) {
    const row = rows[problem.line - 1]
    if (row) found.set(row.question, `${problem.message} ${problem.hint}`)
  }
  const named = / of question (.+)$/.exec(error.field ?? '')?.[1]
  if (named !== undefined && !found.has(named)) found.set(named, `${error.message} ${error.hint}`)
  return found
}

/** Sections as tags: “31(1)(a); 40(2)” as s.31(1)(a) and s.40(2). */
export function sectionTags(typed: string): string[] {
  return typed
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => (/^\d/.test(one) ? `s.${one}` : one))
}
