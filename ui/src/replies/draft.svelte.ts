import { SvelteMap } from 'svelte/reactivity'

import type { Outcome, OutcomeRow, QuestionView, ReplyInput } from '../ipc'

/** What is marked for a question. What is typed stays, though another outcome is chosen. */
export interface Marked {
  outcome: Outcome | null
  sections: string
  note: string
}

const none: Marked = { outcome: null, sections: '', note: '' }

/** Outcomes beside which sections of the Act may stand. */
const withSections: readonly Outcome[] = ['partly', 'refused', 'ncnd', 'elsewhere']

export function mayCarrySections(outcome: Outcome | null): boolean {
  return outcome !== null && withSections.includes(outcome)
}

/** A reply as far as it was typed. It stays until it is saved, wherever one goes meanwhile. */
export class ReplyDraft {
  dated = $state('')
  receivedOn = $state('')
  theirReference = $state('')
  note = $state('')
  files: string[] = $state([])
  replaces = $state('')
  readonly marked = new SvelteMap<string, Marked>()

  readonly reference: string

  constructor(reference: string) {
    this.reference = reference
  }

  of(question: string): Marked {
    return this.marked.get(question) ?? none
  }

  change(question: string, change: Partial<Marked>): void {
    this.marked.set(question, { ...this.of(question), ...change })
  }

  /** The rest is silent: what neither this reply nor an earlier one speaks of. */
  markRest(questions: QuestionView[]): number {
    const rest = questions.filter(
      (one) =>
        this.of(one.question).outcome === null &&
        (one.outcome === null || one.outcome === 'awaiting' || one.outcome === 'not_addressed'),
    )
    for (const { question } of rest) this.change(question, { outcome: 'not_addressed' })
    return rest.length
  }

  /** The rows of what is marked, in the order of the questions. */
  rows(questions: QuestionView[]): OutcomeRow[] {
    return questions.flatMap(({ question }) => {
      const { outcome, sections, note } = this.of(question)
      if (outcome === null) return []
      return [
        {
          question,
          outcome,
          sections: mayCarrySections(outcome) ? sections.trim() : '',
          note: note.trim() || null,
        },
      ]
    })
  }

  /** What would be recorded; nothing as long as the letter has no date. */
  input(questions: QuestionView[]): ReplyInput | null {
    if (this.dated === '') return null
    return {
      request: this.reference,
      letter: {
        dated: this.dated,
        received_on: this.receivedOn || null,
        their_reference: this.theirReference.trim() || null,
        notes: this.note.trim() ? [this.note.trim()] : [],
        files: $state.snapshot(this.files),
      },
      outcomes: this.rows(questions),
      supersedes: this.replaces ? Number(this.replaces) : null,
    }
  }
}

const drafts = new SvelteMap<string, ReplyDraft>()

export function draftOf(reference: string): ReplyDraft {
  const kept = drafts.get(reference) ?? new ReplyDraft(reference)
  drafts.set(reference, kept)
  return kept
}

export function forgetDraft(reference: string): void {
  drafts.delete(reference)
}
