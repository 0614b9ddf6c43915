import { SvelteMap } from 'svelte/reactivity'

import type { EventView, Outcome, QuestionView, ReplyInput } from '../ipc'
import { Marks } from './marks.svelte'

/** A reply as far as it was typed. It stays until it is saved, wherever one goes meanwhile. */
export class ReplyDraft extends Marks {
  dated = $state('')
  receivedOn = $state('')
  theirReference = $state('')
  note = $state('')
  files: string[] = $state([])
  replaces = $state('')
  /** Why the recorded reply is wrong, where this one corrects it. */
  reason = $state('')

  readonly reference: string
  /** The event of the reply that this one corrects. */
  readonly corrects: number | undefined
  #isFilled = false

  constructor(reference: string, corrects?: number) {
    super()
    this.reference = reference
    this.corrects = corrects
  }

  /** Begins with what was recorded: only what is wrong has to be changed. */
  fillFrom(event: EventView): void {
    if (this.#isFilled) return
    this.#isFilled = true
    this.dated = event.happened_on
    this.receivedOn = event.received_on ?? ''
    this.theirReference = event.their_reference ?? ''
    this.note = event.note ?? ''
    this.replaces = event.supersedes === null ? '' : String(event.supersedes)
    for (const { question, outcome, sections, note } of event.outcomes)
      this.marked.set(question, { outcome: outcome as Outcome, sections, note: note ?? '' })
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
      ...(this.corrects === undefined
        ? {}
        : { corrects: { event: this.corrects, reason: this.reason.trim() } }),
    }
  }
}

const drafts = new SvelteMap<string, ReplyDraft>()

const keyOf = (reference: string, corrects?: number) => `${reference} ${corrects ?? ''}`

export function draftOf(reference: string, corrects?: number): ReplyDraft {
  const key = keyOf(reference, corrects)
  const kept = drafts.get(key) ?? new ReplyDraft(reference, corrects)
  drafts.set(key, kept)
  return kept
}

export function forgetDraft(reference: string, corrects?: number): void {
  drafts.delete(keyOf(reference, corrects))
}
