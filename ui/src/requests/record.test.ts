import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { DeskErrorFields } from '../ipc'
import { mockCore, sampleDesk, type MockCall } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import { recordable } from './record.svelte'
import Request from './Request.svelte'

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

const refusal = (field: string, message: string): DeskErrorFields => ({
  kind: 'refused',
  message,
  hint: 'Check the day.',
  field,
  citation: null,
  problems: [],
})

beforeEach(() => {
  toasts.clear()
  navigation.restart({ screen: 'request', reference: 'HT-011' })
})

const sent = (calls: MockCall[], command: string) =>
  calls.findLast((call) => call.command === command)?.args

/** Opens the dialog of an item of the menu by keys: M opens it, arrows go through it. */
async function opened(title: RegExp) {
  const shown = render(Request, { reference: 'HT-011' })
  await screen.findByRole('heading', { level: 1, name: 'Devon and Cornwall Police' })
  pressKey(new KeyboardEvent('keydown', { key: 'm' }))
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem')
  })
  const items = screen.getAllByRole('menuitem')
  const at = items.findIndex((one) => title.test(one.textContent))
  await userEvent.keyboard('{ArrowDown}'.repeat(at) + '{Enter}')
  const dialog = await screen.findByRole('dialog')
  return { ...shown, dialog: within(dialog), element: dialog }
}

test('by keys: an arrival, with its effect before it is saved, and the way back after', async () => {
  const { calls } = mockCore()
  const { dialog, container } = await opened(/our letter arrived/)
  expect(dialog.getByText(/Fill in what is asked/)).toBeTruthy()
  await userEvent.type(dialog.getByLabelText('Arrived on'), '2026-10-23')
  await dialog.findByText('Fri 23 Oct 2026')
  expect(await dialog.findByText('deemed 20 October 2026')).toBeTruthy()
  expect(dialog.getByText('actual 2026-10-23')).toBeTruthy()
  expect(sent(calls, 'record')).toBeUndefined()
  expect(await axeFindings(container)).toEqual([])
  dialog.getByLabelText('Arrived on').focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  const kept = sent(calls, 'record')
  expect(kept?.['happening']).toEqual({ kind: 'received', on: '2026-10-23' })
  expect(String(kept?.['reference'])).toMatch(/^HT-011\/\d$/)
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Day of arrival recorded: Devon and Cornwall Police')
  })
  expect(toasts.current?.undo).toBeDefined()
})

test('an acknowledgement takes its dates, their reference and files', async () => {
  const { calls } = mockCore()
  const { dialog } = await opened(/acknowledgement/)
  await userEvent.type(dialog.getByLabelText('Letter dated'), '2026-09-10')
  await userEvent.type(dialog.getByLabelText(/^Received/), '2026-09-11')
  await userEvent.type(dialog.getByLabelText(/Their reference/), 'FOI/9')
  await userEvent.click(dialog.getByRole('button', { name: 'Add files…' }))
  await dialog.findByText('Response 01-FOI-26-051447.pdf')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await userEvent.click(dialog.getByRole('button', { name: /Save acknowledgement/ }))
  await waitFor(() => {
    expect(sent(calls, 'record')?.['happening']).toMatchObject({
      kind: 'acknowledged',
      letter: { dated: '2026-09-10', received_on: '2026-09-11', their_reference: 'FOI/9' },
    })
  })
})

test('a date that cannot be read is said at its field and nothing is sent', async () => {
  const { calls } = mockCore()
  const { dialog } = await opened(/acknowledgement/)
  await userEvent.type(dialog.getByLabelText('Letter dated'), '2026-09-10')
  await userEvent.type(dialog.getByLabelText(/^Received/), '11/9/26')
  await userEvent.click(dialog.getByRole('button', { name: /Save acknowledgement/ }))
  await dialog.findByText(/is not how dates are written here/)
  expect(document.activeElement).toBe(dialog.getByLabelText(/^Received/))
  expect(sent(calls, 'record')).toBeUndefined()
})

test('an end wants its reason, shows the stage it leads to, and keeps what is typed when refused', async () => {
  const { calls } = mockCore({
    answers: { record: () => Promise.reject(refusal('on', 'That day is after today.')) },
  })
  const { dialog } = await opened(/Close the request/)
  await userEvent.click(dialog.getByRole('button', { name: /Close request/ }))
  await dialog.findByText('Say why.')
  expect(document.activeElement).toBe(dialog.getByLabelText('Reason'))
  expect(sent(calls, 'record')).toBeUndefined()
  await userEvent.type(dialog.getByLabelText('Reason'), 'Enough is known.')
  expect(await dialog.findByText('Closed')).toBeTruthy()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await dialog.findByText('That day is after today. Check the day.')
  expect(document.activeElement).toBe(dialog.getByLabelText('On'))
  expect(dialog.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Enough is known.')
})

test('a note begins with today, and goes into the correspondence', async () => {
  const { calls } = mockCore()
  const { dialog } = await opened(/a note/)
  await userEvent.type(dialog.getByLabelText('Note'), 'They rang.')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => {
    expect(sent(calls, 'record')?.['happening']).toEqual({
      kind: 'noted',
      on: '2026-11-23',
      note: 'They rang.',
    })
  })
})

test('the menu is left by Escape, and offers a decision only while a review is open', async () => {
  mockCore()
  render(Request, { reference: 'HT-011' })
  const opener = await screen.findByRole('button', { name: 'Record…' })
  opener.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('Record the decision of the review…')
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(opener)
  expect(screen.queryByRole('menu')).toBeNull()
  await userEvent.keyboard('{Enter}{Enter}')
  expect(navigation.route).toEqual({ screen: 'decide', reference: 'HT-011' })
  const before = sampleDesk().details.find((one) => one.reference === 'HT-011')
  if (!before) throw new Error('The fixtures have HT-011.')
  expect(recordable({ ...before, sent_on: null })).toEqual(['noted'])
  expect(recordable({ ...before, stage: 'closed' })).toEqual(['noted'])
})

test('an outcome key on a question puts its outcome right, and a refusal stands below it', async () => {
  const { calls } = mockCore()
  render(Request, { reference: 'HT-011' })
  const list = within(await screen.findByRole('region', { name: /^Questions/ }))
  const first = list.getAllByRole('button').find((one) => one.tabIndex === 0)
  first?.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowUp}x')
  await waitFor(() => {
    expect(sent(calls, 'record_correction')?.['correction']).toMatchObject({
      request: 'HT-011',
      on: '2026-11-23',
      outcomes: [{ question: '1', outcome: 'not_applicable', sections: '' }],
    })
  })
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Outcome of question 1 corrected')
  })
})

test('an outcome without a reply is refused at its question', async () => {
  mockCore({
    answers: {
      record_correction: () => Promise.reject(refusal('request', 'Record the reply first.')),
    },
  })
  render(Request, { reference: 'HT-011' })
  const list = within(await screen.findByRole('region', { name: /^Questions/ }))
  list
    .getAllByRole('button')
    .find((one) => one.tabIndex === 0)
    ?.focus()
  await userEvent.keyboard('x')
  expect((await list.findByRole('alert')).textContent).toContain('Record the reply first.')
})

test('a file that came is opened and saved', async () => {
  const desk = sampleDesk()
  const detail = desk.details.find((one) => one.reference === 'HT-011')
  detail?.correspondence.at(-1)?.files.push({ name: 'Response.pdf', hash: 'abc' })
  const { calls } = mockCore({ desk })
  const { container } = render(Request, { reference: 'HT-011' })
  await userEvent.click(await screen.findByRole('button', { name: 'Open Response.pdf' }))
  expect(sent(calls, 'open_file')).toEqual({ reference: 'HT-011', hash: 'abc' })
  await userEvent.click(screen.getByRole('button', { name: 'Save Response.pdf' }))
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Saved: /home/rosa/Documents/Response.pdf')
  })
  expect(await axeFindings(container)).toEqual([])
})
