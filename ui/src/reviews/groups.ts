import CircleCheck from '@lucide/svelte/icons/circle-check'
import Hourglass from '@lucide/svelte/icons/hourglass'
import Landmark from '@lucide/svelte/icons/landmark'
import Scale from '@lucide/svelte/icons/scale'
import AlarmClock from '@lucide/svelte/icons/alarm-clock'

import type {
  Basis,
  DeadlineView,
  Outcome,
  Regime,
  RequestDetail,
  RequestView,
  ReviewView,
} from '../ipc'
import { dayMonth, outcomeLabel, type IconComponent } from '../shared'

/** A request for which a review can still be asked. */
export interface Right extends RequestView {
  until: string
}

/** The rights that run, the first to end first: no review was asked for, and a reply leaves something open. */
export function rightsRunning(requests: RequestView[], reviews: ReviewView[] = []): Right[] {
  const asked = new Set(reviews.map((one) => one.reference))
  return requests
    .flatMap((one) => {
      const until = one.review_request_due
      const isWanted = one.next_steps.some((step) =>
        ['ask_review', 'follow_up', 'send_letter'].includes(step.step),
      )
      return until && isWanted && !asked.has(one.reference) ? [{ ...one, until }] : []
    })
    .sort((one, other) => one.until.localeCompare(other.until))
}

export type GroupId = 'right' | 'complain' | 'late' | 'open' | 'decided'

/** A line of the screen: a right that runs out, or a review. */
export interface Line {
  key: string
  reference: string
  force_name: string
  regime: Regime
  questions: string[]
  grounds: string[]
  asked: string
  /** The limit that runs now, where it is known. */
  deadline: DeadlineView | undefined
  deadlines: DeadlineView[]
  /** The last day and its authority. */
  last: string | null
  authority: Basis | null
  next: string
  review: ReviewView | undefined
}

export interface Group {
  id: GroupId
  title: string
  why: string
  icon: IconComponent
  lines: Line[]
}

const looks: Record<GroupId, Omit<Group, 'id' | 'lines'>> = {
  right: {
    title: 'Your right runs out',
    why: 'the last day to ask for a review, the first to end first',
    icon: AlarmClock,
  },
  complain: {
    title: 'Go to the Commissioner',
    why: 'the time for the review is over; the right to complain runs',
    icon: Landmark,
  },
  late: { title: 'Review late', why: 'no decision by its day: chase it', icon: Hourglass },
  open: { title: 'In review', why: 'the force is looking at it again', icon: Scale },
  decided: {
    title: 'Decided',
    why: 'what the review changed, and what is left',
    icon: CircleCheck,
  },
}

const openOutcomes: readonly Outcome[] = ['partly', 'refused', 'ncnd', 'not_held', 'not_addressed']

function once(words: string[]): string[] {
  return [...new Set(words)]
}

function lineOfRight(right: Right, detail: RequestDetail | undefined): Line {
  const open = (detail?.questions ?? []).filter(
    (one) => one.outcome !== null && openOutcomes.includes(one.outcome),
  )
  const deadline = detail?.deadlines.find((one) => one.limit === 'review-request')
  const step = right.next_steps.find((one) => one.until === right.until)
  return {
    key: `right ${right.reference}`,
    reference: right.reference,
    force_name: right.force_name,
    regime: right.regime,
    questions: open.map((one) => one.question),
    grounds: once(
      open.flatMap((one) =>
        one.exemptions.length > 0
          ? one.exemptions
          : [(one.outcome_label ?? outcomeLabel(one.outcome)).toLowerCase()],
      ),
    ),
    asked: right.queued.length > 0 ? 'in the queue' : 'not yet',
    deadline,
    deadlines: deadline ? [deadline] : [],
    last: right.until,
    authority: deadline?.authority ?? step?.authority ?? null,
    next: right.next_step,
    review: undefined,
  }
}

function lineOfReview(review: ReviewView): Line {
  /* The limit that runs; where each is over, the last. */
  const deadline =
    review.deadlines.find((one) => one.state === 'running' || one.state === 'due_today') ??
    review.deadlines.at(-1)
  const isDecided = review.state === 'decided'
  return {
    key: `review ${review.reference} ${review.asked_on}`,
    reference: review.reference,
    force_name: review.force_name,
    regime: review.regime,
    questions: review.questions,
    grounds: review.grounds,
    asked: dayMonth(review.asked_on),
    deadline,
    deadlines: review.deadlines,
    last: isDecided ? review.decided_on : (deadline?.due ?? review.due),
    authority: isDecided ? null : (deadline?.authority ?? review.authority),
    next: review.next_step,
    review,
  }
}

/** Where a review belongs. Whether complaining is a step today was worked out by the core. */
function groupOf(review: ReviewView, requests: RequestView[]): GroupId {
  if (review.state !== 'late') return review.state
  const steps = requests.find((one) => one.reference === review.reference)?.next_steps ?? []
  return steps.some((step) => step.step === 'complain') ? 'complain' : 'late'
}

/** Each group that has a line, in the order of what is lost first. */
export function groupsOf(
  reviews: ReviewView[],
  requests: RequestView[] = [],
  details: RequestDetail[] = [],
): Group[] {
  const lines: Record<GroupId, Line[]> = {
    right: rightsRunning(requests, reviews).map((right) =>
      lineOfRight(
        right,
        details.find((one) => one.reference === right.reference),
      ),
    ),
    complain: [],
    late: [],
    open: [],
    decided: [],
  }
  for (const review of reviews) lines[groupOf(review, requests)].push(lineOfReview(review))
  for (const id of ['complain', 'late', 'open'] as const)
    lines[id].sort((one, other) => (one.last ?? '9').localeCompare(other.last ?? '9'))
  return (Object.keys(looks) as GroupId[])
    .filter((id) => lines[id].length > 0)
    .map((id) => ({ id, ...looks[id], lines: lines[id] }))
}

export const authorityWords: Record<Basis, string> = {
  statute: 'the Act',
  regulation: 'regulations',
  code: 'the Code',
  policy: 'policy',
  courtesy: 'our date',
}

export const resultWords = {
  upheld: 'Upheld',
  partly: 'Partly overturned',
  overturned: 'Overturned',
}

/** “1, 2b +3”: the first few, and how many more. */
export function someOf(words: string[], most: number): string {
  const rest = words.length - most
  return rest > 0 ? `${words.slice(0, most).join(', ')} +${rest}` : words.join(', ')
}

/** “Write a follow-up”: what to do, without until when and why. The sentence stands in the pane. */
export function firstWords(sentence: string): string {
  return sentence.split(/ by \d| \(|\. |\.$/)[0] ?? sentence
}
