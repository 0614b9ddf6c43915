import type { CorrectionInput, Outcome } from '../ipc'
import { mayCarrySections } from './outcomes'

/** What puts one outcome right. Sections stay where the new outcome may carry them. */
export function correctionOf(
  request: string,
  question: string,
  outcome: Outcome,
  sections: readonly string[],
  today: string,
): CorrectionInput {
  const kept = mayCarrySections(outcome) ? sections.join('; ') : ''
  return {
    request,
    on: today,
    reply: null,
    outcomes: [{ question, outcome, sections: kept, note: null }],
    note: null,
  }
}
