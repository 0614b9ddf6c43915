import type { Holder } from '../ipc'
import { civilDay, clockTime, longDate } from '../shared'

/** “process 4321 on harbour”. */
export function holderWords(holder: Holder): string {
  const process = `process ${holder.process}`
  return holder.computer ? `${process} on ${holder.computer}` : process
}

/** “10:42 on Monday 23 November 2026”, where this computer is. */
export function sinceWords(holder: Holder): string {
  return `${clockTime(holder.since)} on ${longDate(civilDay(holder.since))}`
}
