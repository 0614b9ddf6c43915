import type { Outcome } from '../ipc'

/** The letter of an outcome: its key, and what its glyph shows. `W` is still awaited. */
export type OutcomeLetter = 'A' | 'P' | 'R' | 'D' | 'H' | 'E' | 'N' | 'X' | 'W'

const letters: Record<Outcome, OutcomeLetter> = {
  answered: 'A',
  partly: 'P',
  refused: 'R',
  ncnd: 'D',
  not_held: 'H',
  elsewhere: 'E',
  not_addressed: 'N',
  not_applicable: 'X',
  withdrawn: 'X',
  awaiting: 'W',
}

export function outcomeLetter(outcome: Outcome | null): OutcomeLetter {
  return outcome === null ? 'W' : letters[outcome]
}

/** An outcome that a person can mark, in the order of keys, legend and key row. */
export interface OutcomeKey {
  key: OutcomeLetter
  outcome: Outcome
  label: string
  /** The word under the glyph on a key. */
  short: string
}

/** Outcomes beside which sections of the Act may stand. */
const withSections: readonly Outcome[] = ['partly', 'refused', 'ncnd', 'elsewhere']

export function mayCarrySections(outcome: Outcome | null): boolean {
  return outcome !== null && withSections.includes(outcome)
}

export const outcomeKeys: readonly OutcomeKey[] = [
  { key: 'A', outcome: 'answered', label: 'Answered', short: 'Answered' },
  { key: 'P', outcome: 'partly', label: 'Partly', short: 'Partly' },
  { key: 'R', outcome: 'refused', label: 'Refused', short: 'Refused' },
  { key: 'D', outcome: 'ncnd', label: 'Neither confirmed nor denied', short: 'Neither' },
  { key: 'H', outcome: 'not_held', label: 'Not held', short: 'Not held' },
  { key: 'E', outcome: 'elsewhere', label: 'Available elsewhere', short: 'Elsewhere' },
  { key: 'N', outcome: 'not_addressed', label: 'Not addressed', short: 'Silent' },
  { key: 'X', outcome: 'not_applicable', label: 'Not applicable', short: 'X · N/A' },
]

/** The outcome that a key sets. */
export function outcomeOfKey(key: string): Outcome | undefined {
  return outcomeKeys.find((one) => one.key === key.toUpperCase())?.outcome
}

export function outcomeLabel(outcome: Outcome | null): string {
  return outcomeKeys.find((one) => one.outcome === outcome)?.label ?? 'Awaiting'
}
