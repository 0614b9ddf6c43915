import { SvelteMap } from 'svelte/reactivity'

import type { QuestionView, ReplyInput } from '../ipc'
import { Marks } from './marks.svelte'

/** A reply as far as it was typed. It stays until it is saved, wherever one goes meanwhile. */
export class ReplyDraft extends Marks {
  dated = $state('')
  receivedOn = $state('')
  theirReference = $state('')
  note = $state('')
  files: string[] = $state([])
  replaces = $state('')

  readonly reference: string

  constructor(reference: string) {
    super()
    this.reference = reference
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
