import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import type { Component } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import Blank from '../../tests/Blank.svelte'
import type { LibraryState } from '../ipc'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation, toasts, type Screens } from '../shared'
import Frame from './Frame.svelte'
import ToastBar from './ToastBar.svelte'

const component = Blank as Component<Record<string, unknown>>
const screens: Screens = {
  today: { component, crumbs: () => [{ text: 'Today' }] },
  forces: { component, crumbs: () => [{ text: 'Forces' }] },
  board: {
    component,
    crumbs: ({ campaign }, known) => [
      { text: known.campaign(campaign)?.title ?? campaign },
      { text: 'Board' },
    ],
    wide: true,
  },
}
const library: LibraryState = {
  kind: 'open',
  folder: '/home/rosa/training',
  message: '',
  hint: '',
  notices: [],
  holder: null,
  today: '2026-11-23',
  today_words: 'Monday 23 November 2026',
  police_forces: 48,
  campaigns: 1,
  requests: 48,
  queued: 3,
  has_sender: true,
}

beforeEach(() => {
  navigation.restart()
  toasts.clear()
})

test('the sidebar shows what there is, and only that', async () => {
  mockCore()
  render(Frame, { library, screens })
  expect(await screen.findByRole('button', { name: 'Board' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /Forces/ }).textContent).toContain('48')
  expect(screen.queryByRole('button', { name: 'History' })).toBeNull()
  expect(screen.getByRole('button', { name: /Today/ }).getAttribute('aria-current')).toBe('page')
})

test('G then a letter goes to a screen, Alt and arrows go back and forward, never from a field', async () => {
  mockCore()
  render(Frame, { library, screens })
  await screen.findByRole('button', { name: 'Board' })
  const user = userEvent.setup()
  await user.keyboard('gb')
  expect(navigation.route).toEqual({ screen: 'board', campaign: 'HT' })
  await waitFor(() => {
    expect(document.title).toBe('Board · FOI Desk')
  })
  expect(screen.getByRole('navigation', { name: 'Where you are' }).textContent).toContain('slavery')
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(navigation.route.screen).toBe('today')
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(navigation.route.screen).toBe('board')
  await user.click(screen.getByLabelText('A field'))
  await user.keyboard('gf')
  expect(navigation.route.screen).toBe('board')
})

test('the sidebar folds with Ctrl backslash and by itself on a wide screen', async () => {
  mockCore()
  const { container } = render(Frame, { library, screens })
  const app = () => container.querySelector('.app')
  await fireEvent.keyDown(window, { key: '\\', ctrlKey: true })
  expect(app()?.classList.contains('rail')).toBe(true)
  await fireEvent.keyDown(window, { key: '\\', ctrlKey: true })
  expect(app()?.classList.contains('rail')).toBe(false)
})

test('Undo names what it takes back, takes it back, and says so', async () => {
  const { calls } = mockCore()
  render(Frame, { library, screens })
  const label = sampleDesk().history[0]?.label ?? ''
  await userEvent.click(await screen.findByRole('button', { name: `Undo: ${label}` }))
  expect(calls.filter((call) => call.command === 'undo')).toHaveLength(1)
  await waitFor(() => {
    expect(toasts.current?.message).toBe(`Undone: ${label}`)
  })
})

test('an undo that is refused is shown until it is closed', async () => {
  mockCore({
    answers: {
      undo: () => {
        throw {
          kind: 'refused',
          message: 'HT-011/2 was posted.',
          hint: 'Correct it.',
          field: null,
          citation: null,
          problems: [],
        }
      },
    },
  })
  render(Frame, { library, screens })
  await userEvent.click(await screen.findByRole('button', { name: /^Undo: / }))
  expect((await screen.findByRole('alert')).textContent).toContain('HT-011/2 was posted.')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what has left is corrected at the request that the refusal names', async () => {
  const message = 'It cannot be undone: HT-011/2 left on 5 November 2026.'
  mockCore({
    answers: {
      undo: () => {
        throw { kind: 'refused', message, hint: '', field: null, citation: null, problems: [] }
      },
    },
  })
  render(Frame, { library, screens })
  await userEvent.click(await screen.findByRole('button', { name: /^Undo: / }))
  await userEvent.click(await screen.findByRole('button', { name: 'Correct…' }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
  expect(screen.queryByText(message)).toBeNull()
})

test('? lists the shortcuts', async () => {
  mockCore()
  render(Frame, { library, screens })
  await fireEvent.keyDown(window, { key: '?', shiftKey: true })
  expect((await screen.findByRole('dialog')).textContent).toContain('Fold the sidebar')
})

test('the list of shortcuts begins with those of the screen, whenever it was opened', async () => {
  mockCore()
  render(Frame, { library })
  navigation.go({ screen: 'board', campaign: 'HT' })
  await screen.findAllByRole('grid')
  await fireEvent.keyDown(window, { key: '?', shiftKey: true })
  const dialog = await screen.findByRole('dialog')
  const titles = [...dialog.querySelectorAll('h3')].map((one) => one.textContent)
  expect(titles).toEqual(['Board', 'This list', 'Go to', 'Everywhere', 'Lists and dialogs'])
  expect(dialog.textContent).toContain('From force to force')
})

test('keys that a list handles itself are left to it', async () => {
  mockCore()
  const { container } = render(Frame, { library })
  navigation.go({ screen: 'board', campaign: 'HT' })
  await screen.findAllByRole('grid')
  // Elsewhere in the window they do nothing, and the browser has them.
  const elsewhere = new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true })
  document.body.dispatchEvent(elsewhere)
  expect(elsewhere.defaultPrevented).toBe(false)
  container.querySelector<HTMLElement>('[data-at="0-0"]')?.focus()
  await userEvent.keyboard('{End}')
  expect(document.activeElement?.getAttribute('data-at')).toBe('0-12')
})

test('the second key of a sequence puts no outcome right', async () => {
  const { calls } = mockCore()
  const { container } = render(Frame, { library })
  navigation.go({ screen: 'board', campaign: 'HT' })
  await screen.findAllByRole('grid')
  container.querySelector<HTMLElement>('[data-at="0-0"]')?.focus()
  await userEvent.keyboard('gh')
  expect(navigation.route.screen).toBe('history')
  expect(calls.some((call) => call.command === 'record_correction')).toBe(false)
})

test('Skip to main goes there', async () => {
  mockCore()
  render(Frame, { library, screens })
  await userEvent.click(screen.getByRole('link', { name: 'Skip to main' }))
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('the frame has no fault that axe can see here', async () => {
  mockCore()
  const { container } = render(Frame, { library, screens })
  await screen.findByRole('button', { name: 'Board' })
  expect(await axeFindings(container)).toEqual([])
})

test('a toast goes after 8 seconds, but not while it has the focus', async () => {
  vi.useFakeTimers()
  render(ToastBar)
  toasts.show('12 chasers written', () => undefined)
  await vi.advanceTimersByTimeAsync(100)
  const button = screen.getByRole('button', { name: /Undo/ })
  button.focus()
  await vi.advanceTimersByTimeAsync(9000)
  expect(screen.getByRole('status').textContent).toContain('12 chasers written')
  button.blur()
  await vi.advanceTimersByTimeAsync(8100)
  expect(screen.getByRole('status').textContent.trim()).toBe('')
  vi.useRealTimers()
})
