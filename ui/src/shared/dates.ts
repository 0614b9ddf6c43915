/* Dates come from the core as “2026-05-01” and are only written out here. Nothing is counted. */

const months = [
  ['Jan', 'January'],
  ['Feb', 'February'],
  ['Mar', 'March'],
  ['Apr', 'April'],
  ['May', 'May'],
  ['Jun', 'June'],
  ['Jul', 'July'],
  ['Aug', 'August'],
  ['Sep', 'September'],
  ['Oct', 'October'],
  ['Nov', 'November'],
  ['Dec', 'December'],
] as const

const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

function parts(date: string): { year: string; month: number; day: number } {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month: Number(month) - 1, day: Number(day) }
}

/** The day of the week, from Sunday as 0. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** “20 Nov 2026”. */
export function shortDate(date: string): string {
  const { year, month, day } = parts(date)
  return `${day} ${months[month]?.[0] ?? ''} ${year}`
}

/** “20 Nov”, where the year is plain. */
export function dayMonth(date: string): string {
  const { month, day } = parts(date)
  return `${day} ${months[month]?.[0] ?? ''}`
}

/** “Fri 20 Nov 2026”. */
export function weekdayDate(date: string): string {
  return `${weekdays[weekday(date)]?.slice(0, 3) ?? ''} ${shortDate(date)}`
}

/** “Friday 20 November 2026”. */
export function longDate(date: string): string {
  const { year, month, day } = parts(date)
  return `${weekdays[weekday(date)] ?? ''} ${day} ${months[month]?.[1] ?? ''} ${year}`
}

/** “Friday 20 November”. */
export function dayOfWeekAndMonth(date: string): string {
  return longDate(date).replace(/ \d+$/, '')
}

/** “10:42”: the clock time of an instant, where this computer is. */
export function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** “2026-11-20”: the civil day of an instant, where this computer is. */
export function civilDay(instant: string): string {
  const at = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
