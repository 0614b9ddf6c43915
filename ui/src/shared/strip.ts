import type { ClockDay, DeadlineView } from '../ipc'

/** A day on the clock strip. */
export interface StripDay extends ClockDay {
  when: 'past' | 'today' | 'ahead'
  last: boolean
}

/** The days of a limit as the core counted them, each with where it lies from today. */
export function stripDays(deadline: DeadlineView, today: string): StripDay[] {
  return deadline.days.map((day) => ({
    ...day,
    when: day.date < today ? 'past' : day.date === today ? 'today' : 'ahead',
    last: day.date === deadline.due,
  }))
}
