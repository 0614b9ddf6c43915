import type { RequestView, Stage } from '../ipc'

/* Where a letter of the force is looked for, the most urgent first. */
const order: Stage[] = [
  'overdue',
  'review_late',
  'awaiting',
  'followed_up',
  'in_review',
  'to_follow_up',
]

function rank(request: RequestView): number {
  const at = order.indexOf(request.stage)
  return at < 0 ? order.length : at
}

/** Requests that left, those first from which a reply is awaited longest. */
export function answerable(requests: RequestView[]): RequestView[] {
  return requests
    .filter((one) => one.sent_on !== null)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        (one.due ?? '9999').localeCompare(other.due ?? '9999') ||
        one.reference.localeCompare(other.reference),
    )
}

/** The request to go to after this one: the next that awaits the reply to it. */
export function nextAwaiting(requests: RequestView[], after: string): RequestView | undefined {
  const waiting = answerable(requests).filter(
    (one) => one.stage === 'overdue' || one.stage === 'awaiting',
  )
  const at = waiting.findIndex((one) => one.reference === after)
  const others = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(at, 0))]
  return others.find((one) => one.reference !== after)
}

/** Whether a request is meant by these words: its force, its reference or theirs. */
export function isMeant(request: RequestView, words: string): boolean {
  const hay =
    `${request.reference} ${request.force_name} ${request.their_reference ?? ''}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
