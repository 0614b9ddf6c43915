import type { OperationView } from '../ipc'
import { civilDay } from '../shared'

/** An act of a person as the list shows it. */
export interface ActLine {
  act: OperationView
  /** When it was taken back, where it stands so. */
  undoneAt: string | null
  /** Whether it can be done again now. */
  canRedo: boolean
  /** The requests that it is about, by what it and its items name. */
  references: string[]
}

export interface ActDay {
  day: string
  lines: ActLine[]
}

/** Whether an act takes back another, which then shows it; one that redoes stands for itself. */
function takesBack(act: OperationView, byNumber: Map<number, OperationView>): boolean {
  if (act.undoes === null) return false
  return (byNumber.get(act.undoes)?.undoes ?? null) === null
}

/** What the last undo took back, until something new is done. */
function redoable(history: OperationView[], byNumber: Map<number, OperationView>): number | null {
  for (const act of history) {
    if (act.undoes === null) return null
    if (act.undone_by === null && takesBack(act, byNumber)) return act.undoes
  }
  return null
}

/** The requests named in a text: “HT-011/2” names HT-011. */
function named(texts: string[]): string[] {
  const found = texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9]{0,5}-\d{3,}\b/g) ?? [])
  return [...new Set(found)]
}

/** The acts by day, the newest first, those that undo shown at what they took back. */
export function byDay(history: OperationView[]): ActDay[] {
  const byNumber = new Map(history.map((act) => [act.operation, act]))
  const again = redoable(history, byNumber)
  const days = new Map<string, ActDay>()
  for (const act of history) {
    if (takesBack(act, byNumber)) continue
    const back = act.undone_by === null ? undefined : byNumber.get(act.undone_by)
    const isStanding = back !== undefined && back.undone_by !== null
    const day = civilDay(act.recorded_at)
    const entry = days.get(day) ?? { day, lines: [] }
    entry.lines.push({
      act,
      undoneAt: act.undone_by === null || isStanding ? null : (back?.recorded_at ?? ''),
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
