import { expect, test } from 'vitest'

import details from '../ipc/fixtures/details.json'
import type { DeadlineView, RequestDetail } from '../ipc'
import { dayOfWeekAndMonth, longDate, shortDate, weekdayDate } from './dates'
import { stripDays } from './strip'
import { sorted } from './table'

test('dates are written as the design says', () => {
  expect(shortDate('2026-09-05')).toBe('5 Sep 2026')
  expect(weekdayDate('2026-12-04')).toBe('Fri 4 Dec 2026')
  expect(longDate('2026-11-23')).toBe('Monday 23 November 2026')
  expect(dayOfWeekAndMonth('2026-11-23')).toBe('Monday 23 November')
})

function response(reference: string): DeadlineView {
  const detail = (details as RequestDetail[]).find((one) => one.reference === reference)
  const deadline = detail?.deadlines.find((one) => one.limit === 'response')
  if (!deadline) throw new Error('the fixture has no response')
  return deadline
}

test('the strip numbers the counted days only, up to the last', () => {
  const days = stripDays(response('HT-012'), '2026-11-23')
  expect(days[0]).toMatchObject({ kind: 'start', number: null })
  expect(days.find((day) => day.date === '2026-11-30')).toMatchObject({
    kind: 'holiday',
    number: null,
  })
  expect(days.at(-1)).toMatchObject({ date: '2026-12-08', number: 20, last: true, when: 'ahead' })
  expect(days.filter((day) => day.kind === 'counted')).toHaveLength(20)
  expect(days.find((day) => day.when === 'today')).toMatchObject({ number: 10 })
})

test('rows without a value come last in either order', () => {
  const columns = [
    {
      id: 'n',
      title: 'N',
      text: (row: { n: number | null }) => String(row.n),
      sort: (row: { n: number | null }) => row.n,
    },
  ]
  const rows = [{ n: 10 }, { n: null }, { n: 9 }]
  expect(sorted(rows, columns, { column: 'n', down: false }).map((row) => row.n)).toEqual([
    9,
    10,
    null,
  ])
  expect(sorted(rows, columns, { column: 'n', down: true }).map((row) => row.n)).toEqual([
    10,
    9,
    null,
  ])
})
