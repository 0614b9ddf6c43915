import { SvelteMap } from 'svelte/reactivity'

import type { QuestionView, ReviewDecisionInput, ReviewResult } from '../ipc'
import { LetterDraft } from '../shared'
import { Marks } from './marks.svelte'

/** A decision on a review as far as it was typed. It stays until it is saved. */
export class DecisionDraft extends Marks {
  readonly letter = new LetterDraft()
  result: ReviewResult | '' = $state('')
  readonly reference: string

  constructor(reference: string) {
    super()
    this.reference = reference
  }

  /** What would be recorded; nothing as long as its date or its result is missing. */
  input(questions: QuestionView[]): ReviewDecisionInput | null {
    const { letter } = this.letter
    if (!letter || this.result === '') return null
    return {
      request: this.reference,
      letter,
      result: this.result,
      outcomes: this.rows(questions),
    }
  }
}

const drafts = new SvelteMap<string, DecisionDraft>()

export function decisionOf(reference: string): DecisionDraft {
  const kept = drafts.get(reference) ?? new DecisionDraft(reference)
  drafts.set(reference, kept)
  return kept
}

export function forgetDecision(reference: string): void {
  drafts.delete(reference)
}
