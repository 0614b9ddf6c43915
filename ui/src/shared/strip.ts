import type { DeadlineView } from '../ipc'
import { weekday } from './dates'

/** A day on the clock strip. */
export interface StripDay {
  date: string
  /** `start` is the day on which it began: day zero, which is not counted. */
  kind: 'start' | 'counted' | 'weekend' | 'holiday'
  /** Its number, for a counted day. */
  number: number | null
  /** Why it is not counted. */
  why: string | null
  when: 'past' | 'today' | 'ahead'
  last: boolean
}

/**
 * The days of a limit, one after another, as the core counted them: which are left out and which is
 * the last is given. Here they are only put in a row and numbered.
 */
export function stripDays(deadline: DeadlineView, today: string): StripDay[] {
  const skipped = new Map(deadline.skipped.map((day) => [day.date, day.why]))
  let number = 0
  return calendar(deadline.counted_from, deadline.due).map((date) => {
    const why = skipped.get(date) ?? null
    const isStart = date === deadline.counted_from
    if (!isStart && why === null) number += 1
    return {
      date,
      kind: isStart ? 'start' : why === null ? 'counted' : isWeekend(date) ? 'weekend' : 'holiday',
      number: isStart || why !== null ? null : number,
      why,
      when: date < today ? 'past' : date === today ? 'today' : 'ahead',
      last: date === deadline.due,
    }
  })
}

function isWeekend(date: string): boolean {
  return weekday(date) === 0 || weekday(date) === 6
}

/** Every date from one to another, both included. */
function calendar(from: string, to: string): string[] {
  const dates: string[] = []
  const day = new Date(`${from}T00:00:00Z`)
  // No limit of the law is longer than a few months; a year is a fault of the data.
  while (dates.length < 400) {
    const date = day.toISOString().slice(0, 10)
    if (date > to) break
    dates.push(date)
    day.setUTCDate(day.getUTCDate() + 1)
  }
  return dates
}
