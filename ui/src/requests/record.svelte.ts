import type { Happening, RequestDetail } from '../ipc'
import { LetterDraft, TypedDate } from '../shared'

/** What can be recorded of a request in a dialog of its own. */
export type RecordKind = 'acknowledged' | 'received' | 'noted' | 'closed' | 'withdrawn'

/** Its words: in the menu, over the dialog, on the button, and when it is done. */
export const recordWords: Record<RecordKind, { title: string; save: string; done: string }> = {
  acknowledged: {
    title: 'Record an acknowledgement',
    save: 'Save acknowledgement',
    done: 'Acknowledgement recorded',
  },
  received: {
    title: 'Record when our letter arrived',
    save: 'Save the day',
    done: 'Day of arrival recorded',
  },
  noted: { title: 'Record a note', save: 'Save note', done: 'Note recorded' },
  closed: { title: 'Close the request', save: 'Close request', done: 'Request closed' },
  withdrawn: {
    title: 'Withdraw the request',
    save: 'Withdraw request',
    done: 'Request withdrawn',
  },
}

/** What can be recorded now. What the core refuses all the same, it refuses with its reason. */
export function recordable(detail: RequestDetail): RecordKind[] {
  const isOver = detail.stage === 'closed' || detail.stage === 'withdrawn'
  if (detail.sent_on === null) return ['noted']
  return isOver ? ['noted'] : ['acknowledged', 'received', 'noted', 'closed', 'withdrawn']
}

/** What was typed of it. */
export class RecordDraft {
  readonly letter = new LetterDraft()
  readonly on: TypedDate
  /** The letter of ours that arrived. */
  ours = $state('')
  words = $state('')

  readonly kind: RecordKind

  constructor(kind: RecordKind, ours: string, today: string) {
    this.kind = kind
    this.ours = ours
    this.on = new TypedDate('on', kind === 'received' ? '' : today)
  }

  /** What would be recorded; nothing as long as something is missing. */
  get happening(): Happening | null {
    const { letter } = this.letter
    const on = this.on.day
    const words = this.words.trim()
    switch (this.kind) {
      case 'acknowledged':
        return letter && { kind: 'acknowledged', letter }
      case 'received':
        return on === '' ? null : { kind: 'received', on }
      case 'noted':
        return on === '' || words === '' ? null : { kind: 'noted', on, note: words }
      case 'closed':
      case 'withdrawn':
        return on === '' || words === ''
          ? null
          : { kind: 'ended', ending: this.kind, on, reason: words }
    }
  }

  /** The id of the first field that keeps it from being recorded. */
  async wrongField(): Promise<string | undefined> {
    if (this.kind === 'acknowledged') return this.letter.wrongField()
    const isRead = await this.on.isSound()
    if (!isRead || this.on.day === '') return 'on'
    return this.kind !== 'received' && this.words.trim() === '' ? wordsField(this.kind) : undefined
  }
}

/** What the core calls the words of a note or the reason of an end. */
export function wordsField(kind: RecordKind): 'note' | 'reason' {
  return kind === 'noted' ? 'note' : 'reason'
}
