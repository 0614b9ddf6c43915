import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { followChanges, type DeskErrorFields, type OperationView } from '../ipc'
import { emptyDesk, mockCore } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { about, byDay } from './acts'
import History from './History.svelte'

/* The window listens to the core; so does each test. */
let listening: Promise<() => void> | undefined

function openDesk(...options: Parameters<typeof mockCore>) {
  const mocked = mockCore(...options)
  listening = followChanges()
  return mocked
}

afterEach(async () => {
  const stop = await listening
  stop?.()
  listening = undefined
})

beforeEach(() => {
  navigation.restart({ screen: 'history' })
  toasts.clear()
})

const act = (
  operation: number,
  label: string,
  more: Partial<OperationView> = {},
): OperationView => ({
  operation,
  label,
  kind: 'letter',
  recorded_at: '2026-11-20T09:20:00Z',
  undoes: null,
  undone_by: null,
  references: ['HT-001/1'],
  can_undo: false,
  why_not: null,
  offer: null,
  items: [],
  ...more,
})

test('the acts stand by day, a batch has its items inside', async () => {
  openDesk()
  const { container } = render(History)
  await screen.findByRole('heading', { name: /Tuesday 24 November/ })
  const [show] = await screen.findAllByRole('button', { name: 'Show all 3' })
  await userEvent.click(show as HTMLElement)
  expect(await screen.findByText('Bedfordshire, HT-002/2')).toBeTruthy()
  expect(await axeFindings(container)).toEqual([])
})

test('an act is taken back, struck through, and can be done again', async () => {
  const { calls } = openDesk()
  const { container } = render(History)
  await userEvent.click(
    await screen.findByRole('button', { name: 'Undo: Wrote the follow-up to HT-041' }),
  )
  const again = await screen.findByRole('button', {
    name: 'Do again: Wrote the follow-up to HT-041',
  })
  expect(calls.find((call) => call.command === 'undo')?.args).toEqual({ operation: 37 })
  expect(container.querySelector('li .struck')?.textContent).toContain('HT-041')
  expect(toasts.current?.message).toBe('Undone: Wrote the follow-up to HT-041')
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(again)
  await waitFor(() => {
    expect(calls.some((call) => call.command === 'redo')).toBe(true)
  })
})

test('an undo that is refused says why, and leads to the request', async () => {
  const refusal: DeskErrorFields = {
    kind: 'refused',
    message: 'It cannot be undone: letter HT-041/2 was e-mailed.',
    hint: 'Correct it at the request.',
    field: null,
    citation: null,
    problems: [],
  }
  openDesk({
    answers: {
      undo: () => {
        throw refusal
      },
    },
  })
  const { container } = render(History)
  const label = 'Wrote the follow-up to HT-041'
  await userEvent.click(await screen.findByRole('button', { name: `Undo: ${label}` }))
  expect((await screen.findByRole('alert')).textContent).toContain('was e-mailed')
  expect(screen.queryByRole('button', { name: `Undo: ${label}` })).toBeNull()
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: `Correct: ${label}` }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-041', act: 37 })
})

test('what has left says so and offers to correct it, not to undo it', async () => {
  openDesk()
  render(History)
  const label = 'Marked HT-011/2 as e-mailed on 5 November 2026'
  const correct = await screen.findByRole('button', { name: `Correct: ${label}` })
  const row = correct.closest('li') as HTMLElement
  expect(row.textContent).toContain('It cannot be undone: HT-011/2 left on 5 November 2026.')
  expect(within(row).queryByRole('button', { name: /^Undo/ })).toBeNull()
  await userEvent.click(correct)
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011', act: 35 })
})

test('acts are narrowed by their kind, with counts', async () => {
  openDesk()
  const { container } = render(History)
  await userEvent.click(await screen.findByRole('button', { name: /^Letters 5/ }))
  const shown = [...container.querySelectorAll('[data-act]')].map((row) =>
    Number(row.getAttribute('data-act')),
  )
  expect(shown).toEqual([37, 36, 34, 32, 4])
})

test('an act names its letters, or counts them, or the part of the desk', () => {
  expect(about(act(1, '', { references: ['HT-011/2'] }))).toBe('HT-011/2')
  expect(about(act(1, '', { references: ['HT-001/1', 'HT-002/1', 'HT-003/1'] }))).toBe('3 letters')
  expect(about(act(1, '', { references: ['HT-001', 'HT-002', 'HT-003'] }))).toBe('3 requests')
  expect(about(act(1, '', { references: [], kind: 'force' }))).toBe('Forces')
  expect(about(act(1, '', { references: [], kind: 'library' }))).toBe('')
})

test('arrows move, U takes back, Enter opens the request', async () => {
  const { calls } = openDesk()
  const { container } = render(History)
  await screen.findByRole('heading', { name: /Tuesday 24 November/ })
  container.querySelector<HTMLElement>('[data-act="37"]')?.focus()
  const user = userEvent.setup()
  await user.keyboard('{ArrowDown}')
  expect((document.activeElement as HTMLElement).dataset['act']).toBe('36')
  const pane = screen.getByRole('complementary', { name: 'About the act' })
  expect(within(pane).getByRole('button', { name: 'Open HT-026' })).toBeTruthy()
  await user.keyboard('u')
  await waitFor(() => {
    expect(calls.find((call) => call.command === 'undo')?.args).toEqual({ operation: 36 })
  })
  await user.keyboard('{Enter}')
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-026' })
})

test('an empty history says what stands here', async () => {
  openDesk({ desk: { ...emptyDesk(), library: 'open' } })
  render(History)
  expect(await screen.findByText('Nothing was done yet')).toBeTruthy()
})

test('what takes back is shown at what it took back; what was done again stands', () => {
  const undone = [
    act(3, 'Undo: Wrote to HT-001', { undoes: 2, recorded_at: '2026-11-20T09:21:00Z' }),
    act(2, 'Wrote to HT-001', { undone_by: 3 }),
    act(1, 'Set the sender'),
  ]
  const [day] = byDay(undone)
  expect(
    day?.lines.map((line) => [line.act.operation, line.undoneAt, line.doer.operation]),
  ).toEqual([
    [2, '2026-11-20T09:21:00Z', 2],
    [1, null, 1],
  ])
  const again = [
    act(4, 'Redo: Wrote to HT-001', { undoes: 3 }),
    act(3, 'Undo: Wrote to HT-001', { undoes: 2, undone_by: 4 }),
    act(2, 'Wrote to HT-001', { undone_by: 3 }),
  ]
  const lines = byDay(again)[0]?.lines ?? []
  expect(lines.map((line) => [line.act.operation, line.standing, line.undoneAt])).toEqual([
    [2, 4, null],
  ])
  const oncemore = [act(5, 'Undo: Wrote to HT-001', { undoes: 4 }), ...again]
  Object.assign(oncemore[1] ?? {}, { undone_by: 5 })
  const [line] = byDay(oncemore)[0]?.lines ?? []
  expect([line?.act.operation, line?.undoneAt !== null, line?.doer.operation]).toEqual([2, true, 4])
})
