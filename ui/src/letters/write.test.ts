import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { LetterOrder } from '../ipc'
import { mockCore, type MockCall } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import WriteLetter from './WriteLetter.svelte'
import { byOutcome, listed } from './words'

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  navigation.restart({ screen: 'write', reference: 'HT-011' })
  toasts.clear()
  vi.stubGlobal('ImageData', vi.fn())
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    putImageData: vi.fn(),
  } as never)
})

const last = (calls: MockCall[], command: string) =>
  calls.findLast((call) => call.command === command)?.args
const refusal = (field: string | null, message: string) => ({
  kind: 'refused',
  message,
  hint: 'Choose a later day.',
  field,
  citation: null,
  problems: [],
})

test('the recommended mode is marked and chosen, the pages are those of the letter', async () => {
  const { calls } = mockCore()
  const { container } = render(WriteLetter, { reference: 'HT-011' })
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
  const radio = await screen.findByRole<HTMLInputElement>('radio', {
    name: /Internal review recommended/,
  })
  await waitFor(() => {
    expect(radio.checked).toBe(true)
  })
  expect(await screen.findByRole('img', { name: 'Page 2 of 2 of HT-011/2' })).toBeTruthy()
  expect(last(calls, 'preview_page')?.['page']).toBeGreaterThan(0)
  expect(screen.getByText('Dear Sir or Madam')).toBeTruthy()
  const open = screen.getByRole('region', { name: 'Open questions, by outcome' })
  expect(within(open).getByText('7 of 12')).toBeTruthy()
  expect(screen.queryByLabelText('Our own date for a reply')).toBeNull()
  expect(await axeFindings(container)).toEqual([])
})

test('another mode redraws the pages; A asks for our own date', async () => {
  const { calls } = mockCore()
  render(WriteLetter, { reference: 'HT-011' })
  await userEvent.click(await screen.findByRole('radio', { name: /Fresh request/ }))
  const ours = screen.getByLabelText('Our own date for a reply')
  await userEvent.type(ours, '2026-12-18')
  await waitFor(() => {
    const order = last(calls, 'preview_page')?.['order'] as LetterOrder
    expect(order.what).toEqual({ kind: 'follow_up', request: 'HT-011', mode: 'A' })
    expect(order.reply_by).toBe('2026-12-18')
  })
  expect(await screen.findByText(/our own date, not a limit of the Act/)).toBeTruthy()
})

test('Ctrl Enter puts it in the queue, says so with the way back, and goes to the request', async () => {
  const { calls } = mockCore()
  render(WriteLetter, { reference: 'HT-011' })
  await screen.findByRole('img', { name: 'Page 1 of 2 of HT-011/2' })
  pressKey(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
  await waitFor(() => {
    expect(toasts.current?.message).toBe('HT-011/2 is in the print queue')
  })
  expect(last(calls, 'write_letters')?.['order']).toEqual({
    what: { kind: 'follow_up', mode: 'B' },
    which: { kind: 'named', references: ['HT-011'] },
    dated: '2026-11-23',
    reply_by: null,
  })
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
  await toasts.current?.undo?.()
  expect(calls.some((call) => call.command === 'undo')).toBe(true)
})

test('a refusal is said at its field, or above; nothing typed is lost', async () => {
  mockCore({
    answers: {
      letter_preview: (args) => {
        const { dated, what } = args['order'] as LetterOrder
        if (what.kind === 'review') throw refusal('request', 'Nothing was refused yet.')
        if (dated < '2026-11-01') throw refusal('dated', 'The letter is older than their reply.')
        return {
          reference: 'HT-011/2',
          mode: 'B',
          pages: 1,
          reply_by: null,
          questions: ['1'],
          warnings: ['Part 2 is within 60 working days of HT-011/1.'],
          plain: '',
        }
      },
    },
  })
  render(WriteLetter, { reference: 'HT-011' })
  expect(await screen.findByText('Part 2 is within 60 working days of HT-011/1.')).toBeTruthy()
  const dated = screen.getByLabelText<HTMLInputElement>('Date of the letter')
  await userEvent.clear(dated)
  await userEvent.type(dated, '2026-10-01')
  expect(await screen.findByText(/older than their reply\. Choose a later day/)).toBeTruthy()
  expect(dated.getAttribute('aria-invalid')).toBe('true')
  expect(dated.value).toBe('2026-10-01')
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.getByRole('button', { name: /Add to print queue/ }).hasAttribute('disabled')).toBe(
    true,
  )
  await userEvent.click(screen.getByRole('radio', { name: 'Internal review request' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was refused yet.')
})

test('open questions stand by outcome, the refused first', () => {
  const question = (name: string, outcome: 'refused' | 'not_held', exemptions: string[]) => ({
    question: name,
    label: name,
    role: 'counted' as const,
    text: '',
    outcome,
    outcome_label: outcome,
    exemptions,
    exemption_titles: [],
    note: null,
    narrowed_on: null,
    first_text: null,
  })
  const groups = byOutcome([
    question('5', 'not_held', []),
    question('1', 'refused', ['s.12(1)']),
    question('8', 'refused', ['s.12(1)']),
  ])
  expect(groups.map((group) => [group.outcome, group.sections, group.questions.length])).toEqual([
    ['refused', ['s.12(1)'], 2],
    ['not_held', [], 1],
  ])
})

test('names are listed in words', () => {
  expect(listed(['Kent'])).toBe('Kent')
  expect(listed(['Kent', 'Essex', 'Surrey'])).toBe('Kent, Essex and Surrey')
  expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 others')
})
