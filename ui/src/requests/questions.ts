import type { QuestionView } from '../ipc'

/** A line of the list: a question of its own, or all closing questions together. */
export interface QuestionLine {
  /** What stands for it where lines are compared. */
  key: string
  question: QuestionView | undefined
  closing: QuestionView[]
}

/** One line for each question; those that close the letter and have no outcome share the last. */
export function questionLines(questions: QuestionView[]): QuestionLine[] {
  const closing = questions.filter((one) => one.role === 'follow_up')
  const lines: QuestionLine[] = questions
    .filter((one) => one.role !== 'follow_up')
    .map((question) => ({ key: question.question, question, closing: [] }))
  if (closing.length > 0) lines.push({ key: 'closing', question: undefined, closing })
  return lines
}

/** “2(a)” as the number that is not repeated and the part that is shown. */
export function numberOf(label: string): { number: string; part: string } {
  const at = label.indexOf('(')
  return at > 0
    ? { number: label.slice(0, at), part: label.slice(at) }
    : { number: label, part: '' }
}

/** “10–12”, or “10” where there is one. */
export function rangeOf(questions: QuestionView[]): string {
  const first = questions.at(0)?.label ?? ''
  const last = questions.at(-1)?.label ?? ''
  return first === last ? first : `${first}–${last}`
}

/** “5 of 12 answered, 1 not applicable”. */
export function standing(questions: QuestionView[], answered: number, counted: number): string {
  const dropped = questions.filter((one) => one.outcome === 'not_applicable').length
  return `${answered} of ${counted} answered${dropped > 0 ? `, ${dropped} not applicable` : ''}`
}
