import { render, screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { LibraryStateKind } from '../ipc'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import App from './App.svelte'

beforeEach(() => {
  navigation.restart()
  toasts.clear()
})

test.each([
  ['damaged', 'The library is damaged', ['Show what is damaged', 'Choose another folder…']],
  ['newer', 'The library was written by a newer FOI Desk', ['Choose another folder…']],
  ['elsewhere', 'The library is open elsewhere', ['Open to read only']],
  [
    'missing',
    'The library is not where it was',
    ['Choose another folder…', 'Begin a new library here'],
  ],
  ['not_writable', 'The library may only be read', ['Choose another folder…']],
  ['full', 'The disk is full', []],
  ['unreachable', 'The library’s folder cannot be reached', ['Choose another folder…']],
] as [LibraryStateKind, string, string[]][])(
  'a library that is %s has its own screen with what can be done',
  async (kind, title, buttons) => {
    mockCore({ desk: { ...sampleDesk(), library: kind } })
    const { container } = render(App)
    expect(await screen.findByRole('heading', { name: title })).toBe(document.activeElement)
    expect(screen.queryByRole('navigation')).toBeNull()
    const names = within(screen.getByRole('main'))
      .getAllByRole('button')
      .map((button) => button.textContent.trim())
    expect(names).toEqual(['Try again', ...buttons])
    expect(await axeFindings(container)).toEqual([])
  },
)

test('who has the library is said, and it can be read beside them', async () => {
  const { calls } = mockCore({ desk: { ...sampleDesk(), library: 'elsewhere' } })
  render(App)
  expect(await screen.findByText('FOI Desk, process 4321 on harbour')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Open to read only' }))
  expect(await screen.findByText('Read only: open in another window.')).toBeTruthy()
  expect(screen.getByRole('navigation', { name: 'Where you are' })).toBeTruthy()
  // Nothing leads to a form that could not be saved, and nothing to an undo.
  expect(screen.queryByRole('button', { name: 'Record a reply' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'New campaign' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Undo' }).hasAttribute('disabled')).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The other window still has it.')).toBeTruthy()
  expect(calls.filter((call) => call.command === 'open_again')).toHaveLength(1)
})

test('what is damaged can be seen', async () => {
  mockCore({
    desk: { ...sampleDesk(), library: 'damaged' },
    answers: {
      check: () => ({
        clean: false,
        requests: 0,
        findings: [{ place: 'foi-desk.sqlite', message: 'Page 7 is never used.' }],
      }),
    },
  })
  render(App)
  await userEvent.click(await screen.findByRole('button', { name: 'Show what is damaged' }))
  const report = await screen.findByRole('region', { name: 'What the check found' })
  expect(report.textContent).toContain('Page 7 is never used.')
})

test('a library that is gone can be sought elsewhere or begun anew', async () => {
  const { desk } = mockCore({ desk: { ...sampleDesk(), library: 'missing' } })
  render(App)
  await userEvent.click(await screen.findByRole('button', { name: 'Begin a new library here' }))
  expect(await screen.findByRole('heading', { name: 'Who is asking?' })).toBeTruthy()
  expect(desk.library).toBe('none')
})

test('what is well to know of the library is said until it is closed', async () => {
  mockCore({ desk: { ...sampleDesk(), notices: ['It lies in a folder that Dropbox copies.'] } })
  render(App)
  expect(await screen.findByText(/that Dropbox copies/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText(/that Dropbox copies/)).toBeNull()
})
