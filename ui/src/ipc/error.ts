import type { DeskErrorFields, ErrorKind, InputProblem } from './types'

/** What went wrong, as the core says it. Whoever shows it switches on `kind`, never on the text. */
export class DeskError extends Error {
  readonly kind: ErrorKind
  readonly hint: string
  readonly field: string | null
  readonly citation: string | null
  readonly problems: InputProblem[]

  constructor(fields: DeskErrorFields) {
    super(fields.message)
    this.name = 'DeskError'
    this.kind = fields.kind
    this.hint = fields.hint
    this.field = fields.field
    this.citation = fields.citation
    this.problems = fields.problems
  }

  /** Whatever was thrown, as an error of the core. */
  static from(thrown: unknown): DeskError {
    if (thrown instanceof DeskError) return thrown
    if (isFields(thrown)) return new DeskError(thrown)
    return new DeskError({
      kind: 'fault',
      message: thrown instanceof Error ? thrown.message : String(thrown),
      hint: 'Nothing was changed. Try again; if it stays so, close FOI Desk and open it anew.',
      field: null,
      citation: null,
      problems: [],
    })
  }
}

function isFields(thrown: unknown): thrown is DeskErrorFields {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'kind' in thrown &&
    'message' in thrown &&
    'hint' in thrown &&
    'problems' in thrown
  )
}
