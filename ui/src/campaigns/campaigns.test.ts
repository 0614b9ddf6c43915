import { render, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import Board from './Board.svelte'
import { found, stageOptions } from './filter'
import Requests from './Requests.svelte'

beforeEach(() => navigation.restart({ screen: 'board', campaign: 'HT' }))

/* Some six hundred cells: looked up by their place, and looked at by axe in the real window. */
test('each cell says its force, question and outcome; arrows move, Enter opens the request', async () => {
  mockCore()
  const { container } = render(Board, { campaign: 'HT' })
  const cell = (at: string) => container.querySelector<HTMLElement>(`[data-at="${at}"]`)
  await waitFor(() => expect(cell('0-0')).not.toBeNull())
  expect(cell('0-0')?.getAttribute('aria-label')).toMatch(/^Avon & Somerset, question 1, /)
  cell('0-0')?.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(cell('0-1'))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-002' })
})

test('a board without requests says what to do', async () => {
  mockCore({ desk: { ...sampleDesk(), requests: [] } })
  render(Board, { campaign: 'HT' })
  await screen.findByText('Nothing is written yet')
})

test('the list opens the request of a row', async () => {
  mockCore()
  const { container } = render(Requests, { campaign: 'HT' })
  const row = await screen.findByText('Essex Police')
  await userEvent.dblClick(row)
  await waitFor(() => expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-015' }))
  expect(await axeFindings(container)).toEqual([])
})

test('rows are found by stage and by words, and each stage that there is has a chip', () => {
  const rows = sampleDesk().requests
  const chips = stageOptions(rows)
  expect(chips.reduce((sum, chip) => sum + chip.count, 0)).toBe(rows.length)
  expect(found(rows, [], 'essex').map((row) => row.reference)).toEqual(['HT-015'])
  const stage = chips[0]?.value ?? ''
  expect(found(rows, [stage], '')).toHaveLength(chips[0]?.count ?? -1)
})
