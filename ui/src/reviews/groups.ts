import type { RequestView, ReviewView } from '../ipc'

/** A request for which a review can still be asked. */
export interface Right extends RequestView {
  until: string
}

/** The rights that run, the first to end first. The core has worked out whether asking is a step. */
export function rightsRunning(requests: RequestView[]): Right[] {
  return requests
    .flatMap((one) => {
      const step = one.next_steps.find((step) => step.step === 'ask_review')
      return step?.until ? [{ ...one, until: step.until }] : []
    })
    .sort((one, other) => one.until.localeCompare(other.until))
}

/** Late, open, decided: each group that has a review. */
export function groupsOf(reviews: ReviewView[]): { title: string; reviews: ReviewView[] }[] {
  const titles = { late: 'Review late', open: 'In review', decided: 'Decided' } as const
  return (['late', 'open', 'decided'] as const).flatMap((state) => {
    const here = reviews.filter((one) => one.state === state)
    return here.length > 0 ? [{ title: titles[state], reviews: here }] : []
  })
}
