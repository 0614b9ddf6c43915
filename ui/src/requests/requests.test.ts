import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { DeskErrorFields } from '../ipc'
import { mockCore } from '../ipc/mock'
import { sampleDesk } from '../ipc/mock-desk'
import { navigation } from '../shared'
import Request from './Request.svelte'

const refusal = (message: string): DeskErrorFields => ({
  kind: 'refused',
  message,
  hint: 'Look at the request.',
  field: null,
  citation: null,
  problems: [],
})

beforeEach(() => navigation.restart({ screen: 'request', reference: 'HT-011' }))

test('a request shows its clocks, its correspondence and where each question stands', async () => {
  mockCore()
  const { container } = render(Request, { reference: 'HT-011' })
  await screen.findByRole('heading', { level: 1, name: 'Devon and Cornwall Police' })
  await screen.findByRole('heading', { name: /5 of 12 answered, 1 not applicable/ })
  expect(screen.getAllByText(/their reference/).length).toBeGreaterThan(0)
  expect(screen.getAllByText(/left by post/).length).toBeGreaterThan(0)
  expect(await axeFindings(container)).toEqual([])
})

test('the next step says by when its letter is to be posted', async () => {
  const desk = sampleDesk()
  const step = desk.details.find((one) => one.reference === 'HT-011')?.next_steps[0]
  const sentence = 'Last safe posting day: Mon 14 Dec first class, Fri 11 Dec second.'
  if (step)
    step.post_by = {
      first: '2026-12-14',
      second: '2026-12-11',
      is_over: false,
      sentence,
      short: '',
    }
  mockCore({ desk })
  render(Request, { reference: 'HT-011' })
  expect(await screen.findByText(sentence)).toBeTruthy()
})

test('a limit that can be read otherwise says so below its days', async () => {
  const desk = sampleDesk()
  const clock = desk.details
    .find((one) => one.reference === 'HT-011')
    ?.deadlines.find((one) => ['running', 'due_today', 'over'].includes(one.state))
  if (clock) clock.beside = 'By another reading it is due by 22 December 2026.'
  mockCore({ desk })
  render(Request, { reference: 'HT-011' })
  expect(await screen.findByText('By another reading it is due by 22 December 2026.')).toBeTruthy()
})

test('the questions are one stop of Tab, and arrows show each in full', async () => {
  mockCore()
  render(Request, { reference: 'HT-011' })
  const list = within(await screen.findByRole('region', { name: /^Questions/ }))
  const stops = list.getAllByRole('button').filter((one) => one.tabIndex === 0)
  expect(stops).toHaveLength(1)
  stops[0]?.focus()
  const shown = () => list.getByRole('button', { expanded: true })
  await waitFor(() => {
    expect(shown().textContent).toContain('contents of the mandatory training courses')
  })
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(shown().textContent).toContain('legal definition')
  expect(shown()).toBe(document.activeElement)
  await userEvent.keyboard('{End}')
  expect(shown().textContent).toContain('Closing questions')
  expect(shown().closest('li')?.textContent).toContain('10–12')
  expect(shown().closest('li')?.querySelectorAll('p')).toHaveLength(3)
  await userEvent.keyboard('{Escape}')
  expect(list.queryByRole('button', { expanded: true })).toBeNull()
})

test('late questions say so beside their outcome', async () => {
  mockCore()
  render(Request, { reference: 'HT-011' })
  const list = within(await screen.findByRole('region', { name: /^Questions/ }))
  expect(list.getAllByText('late')).toHaveLength(2)
})

test('why a date is what it is floats below its clock and goes with a press elsewhere', async () => {
  mockCore()
  render(Request, { reference: 'HT-011' })
  const [why] = await screen.findAllByRole('button', { name: 'Why this date?' })
  if (why) await userEvent.click(why)
  const panel = screen.getByRole('region', { name: 'Why Wednesday 7 October 2026?' })
  expect(panel.textContent).toContain('section 10(1)')
  await userEvent.click(within(panel).getByRole('button', { name: 'Close' }))
  expect(document.activeElement).toBe(why)
  if (why) await userEvent.click(why)
  await userEvent.click(screen.getByRole('heading', { level: 1 }))
  expect(screen.queryByRole('region', { name: /^Why/ })).toBeNull()
})

test('a letter is offered only where one can be written', async () => {
  mockCore()
  const { unmount } = render(Request, { reference: 'HT-011' })
  await screen.findByRole('heading', { name: 'Wait' })
  expect(screen.queryByRole('button', { name: 'Write a letter' })).toBeNull()
  unmount()
  render(Request, { reference: 'HT-014' })
  await userEvent.click(await screen.findByRole('button', { name: 'Write a letter' }))
  expect(navigation.route).toEqual({ screen: 'write', reference: 'HT-014' })
})

test('an event is struck with a reason, and not without one', async () => {
  const desk = sampleDesk()
  const events = desk.details.find((one) => one.reference === 'HT-011')?.correspondence ?? []
  const [first] = events
  if (first)
    events.push({ ...first, event: 900, kind: 'note', what: 'Note', letter: null, left: null })
  const { calls } = mockCore({
    desk,
    answers: {
      strike: () => Promise.reject(refusal('It is struck already.')),
    },
  })
  render(Request, { reference: 'HT-011' })
  const [correct] = await screen.findAllByRole('button', { name: 'Correct…' })
  if (correct) await userEvent.click(correct)
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Strike it' }))
  await dialog.findByText('Say why it is wrong.')
  expect(calls.some((call) => call.command === 'strike')).toBe(false)
  await userEvent.type(dialog.getByLabelText('Why it is wrong'), 'a slip')
  await userEvent.click(dialog.getByRole('button', { name: 'Strike it' }))
  await dialog.findByText(/It is struck already/)
})

test('the way a letter left is corrected in one act, from what was recorded', async () => {
  const { calls } = mockCore()
  const { container } = render(Request, { reference: 'HT-003' })
  await userEvent.click(await screen.findByRole('button', { name: 'Correct…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Correct how HT-003/1 left' }))
  expect(dialog.getByLabelText<HTMLInputElement>('Posted on').value).toBe('2026-09-07')
  expect(dialog.getByRole('button', { name: 'Correct it' })).toHaveProperty('disabled', true)
  await fireEvent.input(dialog.getByLabelText('Posted on'), { target: { value: '2026-09-09' } })
  await userEvent.click(dialog.getByRole('button', { name: 'Correct it' }))
  await dialog.findByText('Say why it is wrong.')
  expect(await axeFindings(container)).toEqual([])
  await userEvent.type(dialog.getByLabelText('Why it is wrong'), 'posted later')
  await userEvent.click(dialog.getByRole('button', { name: 'Correct it' }))
  await waitFor(() => {
    const order = calls.findLast((call) => call.command === 'mark_sent')?.args['order']
    expect(order).toMatchObject({
      references: ['HT-003/1'],
      on: '2026-09-09',
      corrects: { event: 51, reason: 'posted later' },
    })
  })
})

test('an act of the history opens the correction of what it recorded', async () => {
  mockCore()
  render(Request, { reference: 'HT-011', act: 96 })
  await waitFor(() => {
    expect(navigation.route).toEqual({ screen: 'record', reference: 'HT-011', corrects: 96 })
  })
})

test('a letter that was written has no correction but that of the way it left', async () => {
  mockCore()
  render(Request, { reference: 'HT-003', act: 3 })
  await screen.findByRole('dialog', { name: 'Correct how HT-003/1 left' })
  expect(document.querySelectorAll('li.entry')).toHaveLength(2)
  expect(document.querySelectorAll('li.entry button')).toHaveLength(1)
})

test('a request that is not there is said', async () => {
  mockCore({
    answers: {
      request: () => Promise.reject(refusal('There is no request HT-099.')),
    },
  })
  render(Request, { reference: 'HT-099' })
  await screen.findByText(/There is no request HT-099/)
})

test('what the record shows that the refusal lacks is listed with its provision', async () => {
  const desk = sampleDesk()
  const detail = desk.details.find((one) => one.reference === 'HT-011')
  if (!detail) throw new Error('HT-011 is in the sample')
  detail.notices = [
    {
      reply: 4,
      dated: '2026-11-13',
      lacks: [
        {
          part: 'limb',
          label: 'names the limb',
          ground: 'The notice cites section 31 without a limb.',
          citation: 'section 17(1)(b), Freedom of Information Act 2000',
          authority: 'policy',
          confirmed: false,
        },
      ],
    },
  ]
  mockCore({ desk })
  const { container } = render(Request, { reference: 'HT-011' })
  const card = within(await screen.findByRole('region', { name: 'What the refusal lacks' }))
  expect(card.getByText(/cites section 31 without a limb/)).toBeTruthy()
  expect(card.getByText(/^section 17\(1\)\(b\).*, unconfirmed$/)).toBeTruthy()
  expect(await axeFindings(container)).toEqual([])
})
