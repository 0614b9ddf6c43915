import { SvelteMap } from 'svelte/reactivity'

import type { Outcome, OutcomeRow, QuestionView } from '../ipc'
import { mayCarrySections } from '../shared'

/** What is marked for a question. What is typed stays, though another outcome is chosen. */
export interface Marked {
  outcome: Outcome | null
  sections: string
  note: string
}

const none: Marked = { outcome: null, sections: '', note: '' }

/** What is marked for each question of a letter of theirs. */
export class Marks {
  readonly marked = new SvelteMap<string, Marked>()

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
}
