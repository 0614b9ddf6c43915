import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { DeskError, type ReplyInput, type RequestView } from '../ipc'
import requestsJson from '../ipc/fixtures/requests.json'
import { mockCore, type MockCall } from '../ipc/mock'
import { sampleDesk } from '../ipc/mock-desk'
import { navigation, toasts } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import { answerable, isMeant, nextAwaiting } from './awaiting'
import { forgetDraft } from './draft.svelte'
import RecordReply from './RecordReply.svelte'
import { rowErrors, sectionTags } from './rows'

const requests = requestsJson as RequestView[]

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  forgetDraft('HT-003')
  toasts.clear()
  navigation.restart({ screen: 'record', reference: 'HT-003' })
})

const sent = (calls: MockCall[], command: string) =>
  calls.findLast((call) => call.command === command)?.args['reply'] as ReplyInput | undefined
const question = (name: string) => {
  const found = document.querySelector<HTMLElement>(`.question[data-question="${name}"]`)
  if (!found) throw new Error(`There is no row ${name}.`)
  return found
}

async function opened() {
  const shown = render(RecordReply, { reference: 'HT-003' })
  await screen.findByRole('list', { name: 'Outcomes' })
  return shown
}

test('by keys: a key marks and moves on, S adds sections, the effect is shown before saving', async () => {
  const { calls } = mockCore()
  const { container } = await opened()
  await fireEvent.input(screen.getByLabelText('Letter dated'), { target: { value: '2026-11-20' } })
  question('1').focus()
  const user = userEvent.setup()
  await user.keyboard('r')
  await waitFor(() => {
    expect(document.activeElement).toBe(question('2a'))
  })
  await user.keyboard('s')
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText(/Sections/))
  })
  await user.keyboard('31(1)(a); 40(2){Enter}')
  await waitFor(() => {
    expect(document.activeElement).toBe(question('2a'))
  })
  expect(question('1').textContent).toContain('s.31(1)(a)')
  await user.keyboard('a')
  await waitFor(() => {
    expect(document.activeElement).toBe(question('2b'))
  })
  await user.keyboard('{ArrowUp}{Backspace}x')
  expect(await screen.findByText('2 of 13 filled in')).toBeTruthy()
  await waitFor(() => {
    expect(sent(calls, 'reply_effect')?.outcomes).toEqual([
      { question: '1', outcome: 'refused', sections: '31(1)(a); 40(2)', note: null },
      { question: '2a', outcome: 'not_applicable', sections: '', note: null },
    ])
  })
  expect(await screen.findByText('0 of 12')).toBeTruthy()
  expect(calls.some((call) => call.command === 'record_reply')).toBe(false)
  expect(await axeFindings(container)).toEqual([])
})

test('in a field the keys are letters', async () => {
  mockCore()
  await opened()
  await userEvent.type(screen.getByLabelText(/Notes and caveats/), 'Ans')
  await userEvent.type(screen.getByLabelText('Note'), 'par')
  expect(screen.getByText('0 of 13 filled in')).toBeTruthy()
})

test('the rest is not addressed; Ctrl Enter saves and goes to the next that is awaited', async () => {
  const { calls } = mockCore()
  await opened()
  await fireEvent.input(screen.getByLabelText('Letter dated'), { target: { value: '2026-11-20' } })
  await userEvent.click(screen.getByRole('button', { name: 'Add files…' }))
  expect(await screen.findByText('Response 01-FOI-26-051447.pdf')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Rest not addressed' }))
  expect(screen.getByText('Every question is marked')).toBeTruthy()
  pressKey(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
  await waitFor(() => {
    expect(navigation.route).toEqual({ screen: 'record', reference: 'HT-005' })
  })
  expect(sent(calls, 'record_reply')?.outcomes).toHaveLength(13)
  expect(sent(calls, 'record_reply')?.letter.files).toHaveLength(1)
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Reply of British Transport Police recorded')
  })
})

test('without its date nothing is sent, and the field says so', async () => {
  const { calls } = mockCore()
  await opened()
  await userEvent.click(screen.getByRole('button', { name: /Save reply/ }))
  expect(screen.getByText('Give the date that the letter bears.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Letter dated'))
  expect(calls.some((call) => call.command === 'record_reply')).toBe(false)
})

test('what is refused stands at its row, with all that was typed', async () => {
  mockCore({
    answers: {
      record_reply: () => {
        const error = { kind: 'refused', message: 'There is no section 99.', hint: 'Look again.' }
        const field = 'exemptions of question 1'
        throw { ...error, field, citation: null, problems: [] } as unknown as Error
      },
    },
  })
  const { unmount } = await opened()
  await fireEvent.input(screen.getByLabelText('Letter dated'), { target: { value: '2026-11-20' } })
  question('1').focus()
  const user = userEvent.setup()
  await user.keyboard('p')
  await user.keyboard('s')
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText(/Sections/))
  })
  await user.keyboard('99')
  await user.click(screen.getByRole('button', { name: /Save reply/ }))
  expect(await screen.findByText('There is no section 99. Look again.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/Sections/).value).toBe('99')
  expect(navigation.route).toEqual({ screen: 'record', reference: 'HT-003' })
  unmount()
  await opened()
  expect(screen.getByLabelText<HTMLInputElement>('Letter dated').value).toBe('2026-11-20')
  expect(screen.getByText('1 of 13 filled in')).toBeTruthy()
})

test('without a request, it is found by force or reference and opened by keys', async () => {
  mockCore()
  navigation.restart({ screen: 'record' })
  const { container } = render(RecordReply, {})
  const find = await screen.findByRole('searchbox', { name: 'Find by force or reference' })
  expect(await axeFindings(container)).toEqual([])
  await userEvent.type(find, 'transport{Enter}')
  expect(navigation.route).toEqual({ screen: 'record', reference: 'HT-003' })
})

test('what awaits longest comes first, and the next follows it', () => {
  const [first] = answerable(requests)
  expect(first?.stage).toBe('overdue')
  expect(answerable(requests).every((one) => one.sent_on !== null)).toBe(true)
  expect(nextAwaiting(requests, 'HT-003')?.reference).toBe('HT-005')
  const only = requests.filter((one) => one.reference === 'HT-003')
  expect(nextAwaiting(only, 'HT-003')).toBeUndefined()
  const request = requests.find((one) => one.reference === 'HT-002')
  expect(request && isMeant(request, 'foi/26/1074')).toBe(true)
})

test('an error is put at the row of its question or of its line', () => {
  const rows = [
    { question: '1', outcome: 'refused', sections: '', note: null },
    { question: '2a', outcome: 'answered', sections: '', note: null },
  ]
  const problem = { line: 2, column: null, field: 'outcome', message: 'No.', hint: 'Yes.' }
  const fields = { kind: 'input', message: 'm', hint: 'h', citation: null } as const
  const byLine = new DeskError({ ...fields, field: null, problems: [problem] })
  expect([...rowErrors(byLine, rows)]).toEqual([['2a', 'No. Yes.']])
  const byName = new DeskError({ ...fields, field: 'outcome of question 1', problems: [] })
  expect([...rowErrors(byName, rows)]).toEqual([['1', 'm h']])
  expect(sectionTags('31(1)(a); s.40(2),')).toEqual(['s.31(1)(a)', 's.40(2)'])
})

test('a recorded reply is corrected from what was recorded, with a reason', async () => {
  const desk = sampleDesk()
  const reply = desk.details
    .find((one) => one.reference === 'HT-011')
    ?.correspondence.find((event) => event.event === 96)
  reply?.outcomes.push({ question: '1', outcome: 'refused', sections: 's.31(1)(a)', note: null })
  const { calls } = mockCore({ desk })
  render(RecordReply, { reference: 'HT-011', corrects: 96 })
  await screen.findByRole('heading', { level: 1, name: 'Correct a reply' })
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLInputElement>('Letter dated').value).toBe('2026-10-02')
  })
  question('1').focus()
  await userEvent.setup().keyboard('a')
  await userEvent.click(screen.getByRole('button', { name: /Save the correction/ }))
  await screen.findByText('Say why it is wrong.')
  expect(sent(calls, 'record_reply')).toBeUndefined()
  await userEvent.type(screen.getByLabelText(/Why the recorded reply is wrong/), 'misread')
  await userEvent.click(screen.getByRole('button', { name: /Save the correction/ }))
  await waitFor(() => {
    expect(sent(calls, 'record_reply')).toMatchObject({
      letter: { dated: '2026-10-02', received_on: '2026-10-05' },
      outcomes: [{ question: '1', outcome: 'answered' }],
      corrects: { event: 96, reason: 'misread' },
    })
  })
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
})
