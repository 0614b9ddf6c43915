import type { TheirLetter } from '../ipc'
import { TypedDate } from './typed-date.svelte'

/** A letter of theirs as far as it was typed. */
export class LetterDraft {
  readonly dated = new TypedDate('dated')
  readonly received = new TypedDate('received')
  theirReference = $state('')
  note = $state('')
  files: string[] = $state([])

  /** What would be recorded of it; nothing as long as it has no date, or one that cannot be read. */
  get letter(): TheirLetter | null {
    if (this.dated.day === '' || this.received.problem !== undefined) return null
    return {
      dated: this.dated.day,
      received_on: this.received.day || null,
      their_reference: this.theirReference.trim() || null,
      notes: this.note.trim() ? [this.note.trim()] : [],
      files: $state.snapshot(this.files),
    }
  }

  /** Waits until its dates are read, and names the first field that keeps it from being recorded. */
  async wrongField(): Promise<string | undefined> {
    const isDated = await this.dated.isSound()
    const isReceived = await this.received.isSound()
    if (!isDated || this.dated.day === '') return this.dated.field
    return isReceived ? undefined : this.received.field
  }
}
