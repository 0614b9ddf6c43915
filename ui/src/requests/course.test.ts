import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { mockCore, type MockCall } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import Request from './Request.svelte'

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  toasts.clear()
  navigation.restart({ screen: 'request', reference: 'HT-011' })
})

const sent = (calls: MockCall[]) => calls.findLast((call) => call.command === 'record')?.args

/** Opens the dialog by keys: M opens the menu, End goes to its last item. */
async function opened() {
  const shown = render(Request, { reference: 'HT-011' })
  await screen.findByRole('heading', { level: 1, name: 'Devon and Cornwall Police' })
  pressKey(new KeyboardEvent('keydown', { key: 'm' }))
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem')
  })
  await userEvent.keyboard('{ArrowUp}{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByRole('option', { name: 'Fees notice' })
  return { ...shown, dialog }
}

test('a notice of fees: what happened is chosen, its fields follow, only what is filled is sent', async () => {
  const { calls } = mockCore()
  const { dialog, container } = await opened()
  expect(document.activeElement).toBe(dialog.getByLabelText('What happened'))
  expect(dialog.queryByLabelText(/dated/)).toBeNull()
  await userEvent.selectOptions(dialog.getByLabelText('What happened'), 'fees_notice')
  await dialog.findByText('No time for an answer runs until the fee is received.')
  expect(await axeFindings(container)).toEqual([])
  const dated = dialog.getByLabelText('Their letter is dated')
  await userEvent.clear(dated)
  await userEvent.type(dated, '2026-10-26')
  await userEvent.type(dialog.getByLabelText(/Their reference/), 'FEE/1')
  await userEvent.click(dialog.getByRole('checkbox', { name: /^2a/ }))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  expect(sent(calls)).toEqual({
    reference: 'HT-011',
    happening: {
      kind: 'course',
      told: {
        kind: 'fees_notice',
        date: '2026-10-26',
        their_reference: 'FEE/1',
        questions: ['2a'],
      },
      notes: [],
      files: [],
    },
  })
  expect(toasts.current?.message).toBe('Fees notice, recorded: Devon and Cornwall Police')
  expect(toasts.current?.undo).toBeDefined()
})

test('narrowed: the class is asked only of post, and no words without a question', async () => {
  const { calls } = mockCore()
  const { dialog } = await opened()
  await userEvent.selectOptions(dialog.getByLabelText('What happened'), 'narrowed')
  expect(dialog.queryByLabelText('Class of post')).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: /Save what happened/ }))
  await dialog.findByText('Mark at least one question.')
  expect(document.activeElement).toBe(dialog.getByLabelText('How it left'))
  expect(sent(calls)).toBeUndefined()
  await userEvent.selectOptions(dialog.getByLabelText('How it left'), 'post')
  await userEvent.selectOptions(dialog.getByLabelText('Class of post'), 'second')
  await userEvent.click(dialog.getByRole('checkbox', { name: /^1 / }))
  const words = dialog.getByLabelText<HTMLTextAreaElement>('Question 1 as narrowed')
  expect(words.value).not.toBe('')
  await userEvent.clear(words)
  await userEvent.type(words, 'For 2025 only?')
  await userEvent.click(dialog.getByRole('button', { name: /Save what happened/ }))
  await waitFor(() => {
    expect(sent(calls)?.['happening']).toMatchObject({
      kind: 'course',
      told: {
        kind: 'narrowed',
        channel: 'post',
        class: 'second',
        wording: { '1': 'For 2025 only?' },
      },
    })
  })
})
