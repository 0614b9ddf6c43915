import { fireEvent, render, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { createRawSnippet } from 'svelte'
import { expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { DeskError, type RequestDetail } from '../ipc'
import details from '../ipc/fixtures/details.json'
import { page } from '../ipc/mock-page'
import { readBitmap } from '../ipc/call'
import {
  AnswerGlyph,
  Button,
  Chips,
  ClockStrip,
  DeadlineTag,
  Dialog,
  Empty,
  ErrorNotice,
  Field,
  FormErrors,
  Notice,
  OutcomeWord,
  outcomeKeys,
  PaperPage,
  SectionTag,
  Segmented,
  ShareBar,
  StageTag,
  TimelineEntry,
  WhyThisDate,
} from './index'

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }))
const detail = (reference: string) => {
  const found = (details as RequestDetail[]).find((one) => one.reference === reference)
  if (!found) throw new Error(reference)
  return found
}
const first = <T>(list: T[]): T => {
  const [found] = list
  if (found === undefined) throw new Error('an empty list')
  return found
}

test.each(outcomeKeys)('the glyph of “$label” has its letter and can have a name', (one) => {
  const { container } = render(AnswerGlyph, { outcome: one.outcome, label: one.label })
  expect(screen.getByRole('img', { name: one.label })).toBeTruthy()
  // Not applicable is a dash: it has no letter.
  expect(container.querySelector('text')?.textContent ?? 'X').toBe(one.key)
})

test('beside its word a glyph is silent', () => {
  render(OutcomeWord, { outcome: 'refused', label: 'Refused' })
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByText('Refused')).toBeTruthy()
})

test('a stage shows the word of the core; a solid one is yours', () => {
  const { container } = render(StageTag, { stage: 'overdue', label: 'Overdue' })
  expect(container.querySelector('.yours')?.textContent).toContain('Overdue')
})

test.each([
  ['over', false, 'over'],
  ['running', true, 'soon'],
  ['running', false, ''],
  ['due_today', false, 'soon'],
] as const)('a deadline that is %s (soon: %s) has the tone “%s”', (state, soon, tone) => {
  const { container } = render(DeadlineTag, { words: 'so many days', state, soon })
  expect(container.querySelector('.tag')?.classList.contains(tone || 'tag')).toBe(true)
})

test('a section has its plain name', () => {
  render(SectionTag, { section: 's.12(1)', title: 'cost limit' })
  expect(screen.getByTitle('cost limit')).toBeTruthy()
})

test('the share bar says its counts in words', () => {
  render(ShareBar, { label: 'Question 5', total: 48, counts: { answered: 16, refused: 9 } })
  expect(screen.getByRole('img', { name: /of 48: Answered 16, Refused 9/ })).toBeTruthy()
})

test('the clock strip says in words what it draws', () => {
  const { deadlines } = detail('HT-012')
  const { container } = render(ClockStrip, { deadline: first(deadlines), today: '2026-11-23' })
  expect(screen.getByText(/Day 10 of 20\. Due Tuesday 8 December 2026/)).toBeTruthy()
  expect(container.querySelectorAll('.counted')).toHaveLength(20)
  expect(container.querySelector('.today')?.textContent).toContain('10')
  expect(container.querySelector('.holiday')?.getAttribute('title')).toContain('St Andrew')
})

test('past the last day the clock strip goes on in days over', () => {
  const deadline = first(detail('HT-012').deadlines)
  const over = {
    ...deadline,
    state: 'over' as const,
    state_words: '7 working days over',
    day: null,
    left: null,
    over: 7,
    days: [
      ...deadline.days,
      { date: '2026-12-09', kind: 'over' as const, number: 1, why: null },
      { date: '2026-12-10', kind: 'over' as const, number: 2, why: null },
    ],
  }
  const { container } = render(ClockStrip, { deadline: over, today: '2026-12-17' })
  const boxes = [...container.querySelectorAll('.day.over .box')].map((box) => box.textContent)
  expect(boxes).toEqual(['+1', '+2', '+7'])
  expect(screen.getByText(/^Due Tuesday 8 December 2026: 7 working days over/)).toBeTruthy()
})

test('why this date: opens below, gives day zero, what is not counted and the law, Esc closes', async () => {
  render(WhyThisDate, { deadline: first(detail('HT-012').deadlines) })
  const button = screen.getByRole('button', { name: 'Why this date?' })
  await userEvent.click(button)
  const panel = screen.getByRole('region')
  expect(panel.textContent).toContain('section 10(1)')
  expect(panel.textContent).toContain('St Andrew')
  expect(panel.textContent).toContain('days of weekends')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region')).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('why this date: other readings and the force’s own date stand beside ours, with what follows', async () => {
  const deadline = {
    ...first(detail('HT-012').deadlines),
    readings: [{ due: '2026-12-09', why: 'counted from the Monday', source: 'some authorities' }],
    claim: { due: '2026-12-10', why: 'counted from their own day', is_promise: false },
    advice: 'Act only when every one has passed, from 11 December 2026.',
  }
  const { rerender } = render(WhyThisDate, { deadline })
  await userEvent.click(screen.getByRole('button', { name: 'Why this date?' }))
  const said = () => screen.getByRole('region').textContent.replace(/\s+/g, ' ')
  expect(said()).toContain(
    'Another reading Wed 9 Dec 2026: counted from the Monday (some authorities)',
  )
  expect(said()).toContain('The force’s own date Thu 10 Dec 2026: counted from their own day')
  expect(said()).toContain('from 11 December 2026.')
  const claim = { ...deadline.claim, is_promise: true }
  await rerender({ deadline: { ...deadline, readings: [], claim, advice: null } })
  expect(said()).toContain('The force’s promise')
  expect(said()).not.toContain('Another reading')
  expect(said()).not.toContain('Act only')
})

test('an empty place has a tick only where all is done', () => {
  const { container, unmount } = render(Empty, { title: 'Nothing to print', mark: 'done' })
  expect(container.querySelectorAll('.done').length).toBeGreaterThan(0)
  unmount()
  expect(render(Empty, { title: 'No campaign yet' }).container.querySelector('.done')).toBeNull()
})

test('a struck event says so', () => {
  const event = { ...first(detail('HT-011').correspondence), struck: 'wrong day' }
  render(TimelineEntry, { event })
  expect(screen.getByText('struck: wrong day')).toBeTruthy()
  expect(screen.getByText('Struck:')).toBeTruthy()
})

test('a page is drawn from its pixels', async () => {
  const putImageData = vi.fn()
  vi.stubGlobal('ImageData', vi.fn())
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ putImageData } as never)
  const load = () => Promise.resolve(readBitmap(page(0.1)))
  const { container } = render(PaperPage, { load, label: 'Page 1 of 2' })
  await vi.waitFor(() => {
    expect(putImageData).toHaveBeenCalledOnce()
  })
  expect(container.querySelector('canvas')?.width).toBe(60)
  vi.unstubAllGlobals()
})

test('an error is shown by its kind, with the law and each fault of a file', () => {
  const error = new DeskError({
    kind: 'input',
    message: 'questions.txt has 2 faults.',
    hint: 'Number it.',
    field: 'questions',
    citation: 'section 8',
    problems: [
      { line: 3, column: null, field: null, message: 'No number.', hint: 'Give one.' },
      { line: 9, column: 2, field: null, message: 'No text.', hint: 'Give some.' },
    ],
  })
  const { container } = render(ErrorNotice, { error })
  expect(container.querySelector('[data-kind=input]')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toMatch(
    /Nothing was changed.*section 8.*Line 3.*Line 9, 2/s,
  )
})

test('a field names its hint and its error; the summary leads to it', async () => {
  render(Field, {
    id: 'applicant',
    label: 'Applicant',
    hint: 'Whose it is.',
    error: 'It is empty.',
  })
  render(FormErrors, { errors: [{ id: 'applicant', message: 'The applicant is empty.' }] })
  const field = screen.getByLabelText('Applicant')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field.getAttribute('aria-describedby')).toBe('applicant-hint applicant-error')
  await userEvent.click(screen.getByRole('link', { name: 'The applicant is empty.' }))
  expect(document.activeElement).toBe(field)
})

test('a busy button cannot be pressed again', () => {
  render(Button, { busy: true, children: words('Print') })
  expect(screen.getByRole('button', { name: 'Print' }).hasAttribute('disabled')).toBe(true)
})

test('chips: one at a time, more with Shift, none is all', async () => {
  const options = ['overdue', 'awaiting'].map((value) => ({ value, label: value, count: 4 }))
  render(Chips, { label: 'Stage', options })
  const user = userEvent.setup()
  const pressed = () =>
    screen.getAllByRole('button', { pressed: true }).map((one) => one.textContent.trim())
  expect(pressed()).toEqual(['All'])
  await user.click(screen.getByRole('button', { name: /overdue/ }))
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('button', { name: /awaiting/ }))
  await user.keyboard('{/Shift}')
  expect(pressed()).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'All' }))
  expect(pressed()).toEqual(['All'])
})

test('the segmented control is a radio group', async () => {
  const onchange = vi.fn()
  const options = [
    { value: 'a', label: 'By action' },
    { value: 'b', label: 'By date' },
  ]
  render(Segmented, { label: 'Order', options, value: 'a', onchange })
  await userEvent.click(screen.getByRole('radio', { name: 'By date' }))
  expect(onchange).toHaveBeenCalledWith('b')
})

test('a dialog has its title as name; Esc and Close end it', async () => {
  const onclose = vi.fn()
  render(Dialog, { title: 'Mark 6 as posted', onclose, children: words('…') })
  const dialog = screen.getByRole('dialog', { name: 'Mark 6 as posted' })
  await fireEvent(dialog, new Event('cancel', { cancelable: true }))
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onclose).toHaveBeenCalledTimes(2)
})

test('what is shared has no fault that axe can see here', async () => {
  render(Empty, { title: 'Nothing to print', children: words('Every letter was posted.') })
  render(Notice, { kind: 'warn', title: 'Held back.', children: words('One letter.') })
  render(ClockStrip, { deadline: first(detail('HT-012').deadlines), today: '2026-11-23' })
  render(Field, { label: 'Applicant', error: 'It is empty.' })
  render(StageTag, { stage: 'overdue', label: 'Overdue', look: 'square' })
  expect(await axeFindings(document.body)).toEqual([])
})
