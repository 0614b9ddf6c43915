import { render, screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { DeskErrorFields } from '../ipc'
import { mockCore } from '../ipc/mock'
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
  await screen.findByRole('heading', { name: /5\/12 answered/ })
  expect(screen.getAllByText(/their reference/).length).toBeGreaterThan(0)
  expect(screen.getAllByText(/left by post/).length).toBeGreaterThan(0)
  expect(await axeFindings(container)).toEqual([])
})

test('an event is struck with a reason, and not without one', async () => {
  const { calls } = mockCore({
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

test('a request that is not there is said', async () => {
  mockCore({
    answers: {
      request: () => Promise.reject(refusal('There is no request HT-099.')),
    },
  })
  render(Request, { reference: 'HT-099' })
  await screen.findByText(/There is no request HT-099/)
})
