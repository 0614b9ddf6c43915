import { render, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { DeskErrorFields, ReviewDecisionInput } from '../ipc'
import { mockCore, type MockCall } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import { forgetDecision } from './decision.svelte'
import DecisionForm from './DecisionForm.svelte'

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  forgetDecision('HT-011')
  toasts.clear()
  navigation.restart({ screen: 'decide', reference: 'HT-011' })
})

const sent = (calls: MockCall[], command: string) =>
  calls.findLast((call) => call.command === command)?.args['decision'] as
    ReviewDecisionInput | undefined

async function opened() {
  const shown = render(DecisionForm, { reference: 'HT-011' })
  await screen.findByRole('list', { name: 'Outcomes' })
  return shown
}

const saveByKeys = () => {
  pressKey(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
}

test('a decision with what it changes is foreseen, saved by keys, and leads to its request', async () => {
  const { calls } = mockCore()
  const { container } = await opened()
  await userEvent.click(screen.getByLabelText('Partly overturned'))
  await userEvent.type(screen.getByLabelText('Letter dated'), '2026-11-20')
  document.querySelector<HTMLElement>('.question[data-question="1"]')?.focus()
  await userEvent.keyboard('a')
  expect(await screen.findByText(/Complain to the Commissioner by/)).toBeTruthy()
  expect(sent(calls, 'record_review_decided')).toBeUndefined()
  expect(await axeFindings(container)).toEqual([])
  saveByKeys()
  await waitFor(() => {
    expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
  })
  expect(sent(calls, 'record_review_decided')).toMatchObject({
    request: 'HT-011',
    result: 'partly',
    letter: { dated: '2026-11-20', received_on: null },
    outcomes: [{ question: '1', outcome: 'answered' }],
  })
  await waitFor(() => {
    expect(toasts.current?.undo).toBeDefined()
  })
})

test('what is missing is said at its place, and nothing is sent', async () => {
  const { calls } = mockCore()
  await opened()
  saveByKeys()
  await screen.findByText('Give the date that the letter bears.')
  await waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText('Letter dated'))
  })
  await userEvent.type(screen.getByLabelText('Letter dated'), '2026-11-20')
  await screen.findByText('Fri 20 Nov 2026')
  saveByKeys()
  await screen.findByText('Say what they decided.')
  expect(sent(calls, 'record_review_decided')).toBeUndefined()
})

test('what is refused stays as it was typed, here and after going elsewhere', async () => {
  const refusal: DeskErrorFields = {
    kind: 'refused',
    message: 'There is no review open.',
    hint: 'Record first that it was asked for.',
    field: 'request',
    citation: null,
    problems: [],
  }
  mockCore({ answers: { record_review_decided: () => Promise.reject(refusal) } })
  const { unmount } = await opened()
  await userEvent.click(screen.getByLabelText('Upheld'))
  await userEvent.type(screen.getByLabelText('Letter dated'), '2026-11-20')
  await userEvent.type(screen.getByLabelText(/Notes and caveats/), 'by the head of unit')
  saveByKeys()
  await screen.findByText('There is no review open.')
  unmount()
  await opened()
  expect(screen.getByLabelText<HTMLInputElement>('Letter dated').value).toBe('2026-11-20')
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Notes and caveats/).value).toBe(
    'by the head of unit',
  )
  expect(screen.getByLabelText<HTMLInputElement>('Upheld').checked).toBe(true)
})
