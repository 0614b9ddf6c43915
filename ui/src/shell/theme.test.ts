import { render, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { appearance } from './theme.svelte'
import TopBar from './TopBar.svelte'

const shown = () => document.documentElement.dataset['theme']
const nothing = () => undefined
const bar = { crumbs: [], undo: undefined, redo: undefined }
const acts = { onundo: nothing, onredo: nothing, onhelp: nothing }

beforeEach(() => {
  localStorage.clear()
  appearance.restore()
})

test('a button goes round system, light and dark, and says where it is', async () => {
  render(TopBar, { ...bar, ...acts })
  const button = screen.getByRole('button', { name: /^Appearance/ })
  expect([button.getAttribute('aria-label'), shown()]).toEqual([
    'Appearance: as the system',
    undefined,
  ])
  await userEvent.click(button)
  expect([button.getAttribute('aria-label'), shown()]).toEqual(['Appearance: light', 'light'])
  await userEvent.click(button)
  expect([button.getAttribute('aria-label'), shown()]).toEqual(['Appearance: dark', 'dark'])
  await userEvent.click(button)
  expect(shown()).toBeUndefined()
})

test('what was chosen is taken up the next time; what is not known is not', () => {
  appearance.choose('dark')
  delete document.documentElement.dataset['theme']
  appearance.restore()
  expect(shown()).toBe('dark')
  localStorage.setItem('foi-desk.theme', 'sepia')
  appearance.restore()
  expect(shown()).toBeUndefined()
})

test('where nothing can be kept, the choice holds all the same', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('no room')
  })
  appearance.choose('light')
  expect([appearance.theme, shown()]).toEqual(['light', 'light'])
})
