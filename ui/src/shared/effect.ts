import type { DeadlineView, Effect } from '../ipc'

/** A limit before and after, where the two are not the same. */
export interface Moved {
  key: string
  label: string
  before: DeadlineView | undefined
  after: DeadlineView | undefined
}

const key = (one: DeadlineView) => `${one.limit} ${one.subject}`

/** The limits that saving would begin, end or move. */
export function moved({ deadlines_before, deadlines_after }: Effect): Moved[] {
  const before = new Map(deadlines_before.map((one) => [key(one), one]))
  const after = new Map(deadlines_after.map((one) => [key(one), one]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({
      key: id,
      label: after.get(id)?.label ?? before.get(id)?.label ?? '',
      before: before.get(id),
      after: after.get(id),
    }))
    .filter(
      (one) =>
        one.before?.due !== one.after?.due ||
        one.before?.state !== one.after?.state ||
        one.before?.outstanding.length !== one.after?.outstanding.length,
    )
}
