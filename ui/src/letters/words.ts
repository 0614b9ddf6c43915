import type { LetterKind, Mode, Outcome, QuestionView } from '../ipc'

/** What a letter is, as a word in a list. */
export const kindWords: Record<LetterKind, string> = {
  request: 'Request',
  follow_up: 'Follow-up',
  review: 'Review request',
}

/** What each mode of a follow-up does, in one line. The law and its days stand in the letter. */
export const modeHints: Record<Mode, string> = {
  A: 'Puts the open questions again. Not a review.',
  B: 'The force looks at its own refusal again.',
  C: 'Two references; each part has its own clock.',
  D: 'Asks for reasons and help. Starts no clock.',
}

/** Only these name our own date for a reply. */
export function namesOurDate(mode: Mode | null): boolean {
  return mode === 'A' || mode === 'D'
}

export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** “3 letters”, “1 letter”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** “Kent”, “Kent and Essex”, “Kent, Essex, Surrey and 4 others”. */
export function listed(names: string[], most = 3): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} others`
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

/** The request that a letter belongs to: HT-011 for HT-011/2. */
export function requestOf(letter: string): string {
  return letter.split('/')[0] ?? letter
}

const order: (Outcome | null)[] = [
  'refused',
  'partly',
  'ncnd',
  'not_addressed',
  'not_held',
  'awaiting',
]

/** Questions of one outcome, with the sections relied on for any of them. */
export interface OpenGroup {
  outcome: Outcome | null
  label: string
  sections: string[]
  questions: QuestionView[]
}

export function byOutcome(questions: QuestionView[]): OpenGroup[] {
  const groups = new Map<Outcome | null, QuestionView[]>()
  for (const question of questions)
    groups.set(question.outcome, [...(groups.get(question.outcome) ?? []), question])
  const rank = (outcome: Outcome | null) => {
    const at = order.indexOf(outcome)
    return at < 0 ? order.length : at
  }
  return [...groups]
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([outcome, members]) => ({
      outcome,
      label: members[0]?.outcome_label ?? 'Awaiting',
      sections: [...new Set(members.flatMap((question) => question.exemptions))],
      questions: members,
    }))
}
