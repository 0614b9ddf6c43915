import type { OperationView } from '../ipc'
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
  /** Whether it can be done again now. */
  canRedo: boolean
  /** The requests that it is about, by what it and its items name. */
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
  /** Whether the last of them takes back. */
  isUndone: boolean
}

/** Undo and redo are acts of their own; each belongs to the act that it takes back or does again. */
function chains(history: OperationView[]): Chain[] {
  const byNumber = new Map(history.map((act) => [act.operation, act]))
  const ofLast = (first: OperationView): Chain => {
    let last = first
    let isUndone = false
    for (;;) {
      const next = last.undone_by === null ? undefined : byNumber.get(last.undone_by)
      if (!next) return { first, last, isUndone: last.undone_by === null ? isUndone : true }
      last = next
      isUndone = !isUndone
    }
  }
  return history.filter((act) => act.undoes === null).map(ofLast)
}

/** What the last undo took back, until something new is done. */
function redoable(history: OperationView[], all: Chain[]): number | null {
  for (const act of history) {
    if (act.undoes === null) return null
    const undone = all.find((chain) => chain.isUndone && chain.last === act)
    if (undone) return undone.first.operation
  }
  return null
}

/** The requests named in a text: “HT-011/2” names HT-011. */
function named(texts: string[]): string[] {
  const found = texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9]{0,5}-\d{3,}\b/g) ?? [])
  return [...new Set(found)]
}

/** The acts by day, the newest first, each once, however often it was taken back and done again. */
export function byDay(history: OperationView[]): ActDay[] {
  const all = chains(history)
  const again = redoable(history, all)
  const days = new Map<string, ActDay>()
  for (const { first: act, last, isUndone } of all) {
    const day = civilDay(act.recorded_at)
    const entry = days.get(day) ?? { day, lines: [] }
    entry.lines.push({
      act,
      standing: last.operation,
      undoneAt: isUndone ? (last === act ? '' : last.recorded_at) : null,
      againAt: !isUndone && last !== act ? last.recorded_at : null,
      canRedo: act.operation === again,
      references: named([
        act.label,
        ...act.items.flatMap((item) => [item.subject, item.reference ?? '']),
      ]),
    })
    days.set(day, entry)
  }
  return [...days.values()]
}

/** What is shown of it, by what is looked for and whether only what was undone is wanted. */
export function filtered(days: ActDay[], find: string, shown: string[]): ActDay[] {
  const text = find.trim().toLowerCase()
  const isWanted = ({ act, undoneAt, references }: ActLine) =>
    (shown.length === 0 ||
      (shown.includes('undone') && undoneAt !== null) ||
      (shown.includes('batch') && act.items.length > 1)) &&
    (text === '' ||
      act.label.toLowerCase().includes(text) ||
      references.some((one) => one.toLowerCase().includes(text)) ||
      act.items.some((item) => item.subject.toLowerCase().includes(text)))
  return days
    .map((day) => ({ ...day, lines: day.lines.filter(isWanted) }))
    .filter((day) => day.lines.length > 0)
}
