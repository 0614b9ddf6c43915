import type { ActKind, OperationView } from '../ipc'
import { civilDay } from '../shared'

/** An act of a person as the list shows it. */
export interface ActLine {
  act: OperationView
  /** The number under which it stands: that of the last redo, where it was done again. */
  standing: number
  /** When it was taken back, where it stands so. */
  undoneAt: string | null
  /** When it was done again, where it was and stands. */
  againAt: string | null
  /** The act or the redo of it that stands or was taken back last: what is offered is its. */
  doer: OperationView
  /** The requests that it is about. */
  references: string[]
}

export interface ActDay {
  day: string
  lines: ActLine[]
}

/** An act with all that took it back and did it again, the first first. */
interface Chain {
  first: OperationView
  last: OperationView
  /** The last of them that does it. */
  doer: OperationView
  /** Whether the last of them takes back. */
  isUndone: boolean
}

/** Undo and redo are acts of their own; each belongs to the act that it takes back or does again. */
function chains(history: OperationView[]): Chain[] {
  const byNumber = new Map(history.map((act) => [act.operation, act]))
  const ofLast = (first: OperationView): Chain => {
    let last = first
    let doer = first
    let isUndone = false
    for (;;) {
      const next = last.undone_by === null ? undefined : byNumber.get(last.undone_by)
      if (!next) return { first, last, doer, isUndone: last.undone_by === null ? isUndone : true }
      last = next
      isUndone = !isUndone
      if (!isUndone) doer = last
    }
  }
  return history.filter((act) => act.undoes === null).map(ofLast)
}

/** The requests that letters and requests belong to: “HT-011/2” to HT-011. */
function requestsOf(references: string[]): string[] {
  return [...new Set(references.map((one) => one.split('/')[0] ?? one))]
}

/** The acts by day, the newest first, each once, however often it was taken back and done again. */
export function byDay(history: OperationView[]): ActDay[] {
  const days = new Map<string, ActDay>()
  for (const { first: act, last, doer, isUndone } of chains(history)) {
    const day = civilDay(act.recorded_at)
    const entry = days.get(day) ?? { day, lines: [] }
    entry.lines.push({
      act,
      standing: last.operation,
      undoneAt: isUndone ? (last === act ? '' : last.recorded_at) : null,
      againAt: !isUndone && last !== act ? last.recorded_at : null,
      doer,
      references: requestsOf(act.references),
    })
    days.set(day, entry)
  }
  return [...days.values()]
}

/** What is shown of it, by what is looked for and of what kinds is wanted. */
export function filtered(days: ActDay[], find: string, shown: string[]): ActDay[] {
  const text = find.trim().toLowerCase()
  const isWanted = ({ act, undoneAt }: ActLine) =>
    (shown.length === 0 ||
      (shown.includes('undone') && undoneAt !== null) ||
      shown.includes(act.kind)) &&
    (text === '' ||
      act.label.toLowerCase().includes(text) ||
      act.references.some((one) => one.toLowerCase().includes(text)) ||
      act.items.some((item) => item.subject.toLowerCase().includes(text)))
  return days
    .map((day) => ({ ...day, lines: day.lines.filter(isWanted) }))
    .filter((day) => day.lines.length > 0)
}

const parts: Partial<Record<ActKind, string>> = {
  force: 'Forces',
  sender: 'Who writes',
  campaign: 'Campaigns',
}

/** What an act is about, in a word or two: its letters and requests, or what of the desk it changed. */
export function about({ kind, references }: OperationView): string {
  if (references.length === 0) return parts[kind] ?? ''
  if (references.length <= 2) return references.join(', ')
  const isLetter = (reference: string) => reference.includes('/')
  return `${references.length} ${references.every(isLetter) ? 'letters' : 'requests'}`
}
