import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { BoardRow } from '../ipc'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import { beginsGroup, cellName, columnsOf, moved, sectionWords, sizeOf } from './board'
import Board from './Board.svelte'
import Requests from './Requests.svelte'

const width = window.innerWidth

beforeEach(() => {
  navigation.restart({ screen: 'board', campaign: 'HT' })
  window.innerWidth = 1440
})

afterEach(() => {
  window.innerWidth = width
})

const cell = (name: RegExp) => screen.getByRole('button', { name })
const focused = () => document.activeElement?.getAttribute('aria-label') ?? ''

async function openBoard() {
  const mocked = mockCore()
  const drawn = render(Board, { campaign: 'HT' })
  await screen.findAllByRole('grid')
  return { ...mocked, ...drawn }
}

test('the forces stand in two blocks with row and column heads, and totals in the feet', async () => {
  await openBoard()
  const [left, right] = screen.getAllByRole('grid')
  expect(left && right).toBeTruthy()
  for (const block of [left, right] as HTMLElement[])
    expect(within(block).getAllByRole('row')).toHaveLength(26)
  const head = within(left as HTMLElement).getAllByRole('columnheader')
  expect(head[1]?.title).toMatch(/^1\. ./)
  expect(within(left as HTMLElement).getByText('Answered, all 48')).toBeTruthy()
  expect(within(right as HTMLElement).getByText('Still open, all 48')).toBeTruthy()
  const sum = (block: HTMLElement | undefined) => {
    const cells = [...(block?.querySelectorAll('tfoot td') ?? [])].map((one) => one.textContent)
    return { parts: cells.slice(0, 13).map(Number), whole: Number(cells[13]) }
  }
  for (const { parts, whole } of [sum(left), sum(right)])
    expect(whole).toBe(parts.reduce((all, one) => all + one, 0))
})

test('a force that has not answered has a dash and no count', async () => {
  await openBoard()
  const row = (name: string) => screen.getByRole('button', { name }).closest('tr')
  expect(row('Cheshire')?.querySelector('.sum')?.textContent.trim()).toBe('–')
  expect(row('Bedfordshire')?.querySelector('.sum')?.textContent.trim()).toBe('7/12')
})

test('how large a campaign is, in words', () => {
  const campaign = sampleDesk().campaigns[0]
  if (!campaign) throw new Error('no campaign')
  expect(sizeOf(campaign)).toBe('12 questions to 48 forces, 13 parts counted')
  expect(sizeOf({ ...campaign, requests: 0 })).toBe('12 questions, 13 parts counted')
  const one = { ...campaign, requests: 1, counted: 1, questions: campaign.questions.slice(0, 1) }
  expect(sizeOf(one)).toBe('1 question to 1 force, 1 part counted')
})

test('in a narrow window it is one block with both totals', async () => {
  window.innerWidth = 1100
  await openBoard()
  expect(screen.getAllByRole('grid')).toHaveLength(1)
  expect(screen.getByText('Answered, all 48')).toBeTruthy()
  expect(screen.getByText('Still open, all 48')).toBeTruthy()
})

test('the card of a cell opens with the focus, follows the arrows over both blocks and closes', async () => {
  const { container, desk } = await openBoard()
  const beside = desk.forces.find((one) => one.id === desk.requests[25]?.force)?.short_name ?? ''
  expect(screen.queryByRole('group', { name: 'The chosen cell' })).toBeNull()
  cell(/^Bedfordshire, question 9,/).focus()
  const card = await screen.findByRole('group', { name: 'The chosen cell' })
  expect(card.textContent).toContain('Bedfordshire')
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).toContain(`${beside}, question 1,`)
  await userEvent.keyboard('{ArrowLeft}{Home}')
  expect(focused()).toMatch(/^Bedfordshire, question 1,/)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('group', { name: 'The chosen cell' })).toBeNull()
  await fireEvent.input(screen.getByLabelText('Find a force'), { target: { value: 'essex' } })
  await userEvent.click(cell(/^Essex, question 1,/))
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: 'Open request' }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-015' })
})

test('a cell is named with its sections in words', async () => {
  await openBoard()
  expect(screen.getAllByRole('button', { name: /Refused, section \d+/ }).length).toBeGreaterThan(0)
  expect([sectionWords('s.12(1)'), sectionWords('reg.12(4)(b)')]).toEqual([
    'section 12(1)',
    'regulation 12(4)(b)',
  ])
})

test('finding narrows the rows but not the totals; with no match there is a way back', async () => {
  await openBoard()
  const find = screen.getByLabelText('Find a force')
  await fireEvent.input(find, { target: { value: 'essex' } })
  expect(screen.getAllByRole('grid')).toHaveLength(1)
  expect(screen.getByText('Answered, all 48')).toBeTruthy()
  await fireEvent.input(find, { target: { value: 'nowhere' } })
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(screen.getAllByRole('grid')).toHaveLength(2)
})

test('with nothing sent yet it leads to the print queue', async () => {
  const desk = sampleDesk()
  for (const one of desk.requests)
    Object.assign(one, { stage: 'not_sent', stage_label: 'Not sent' })
  mockCore({ desk })
  const { container } = render(Board, { campaign: 'HT' })
  await screen.findByText('Nothing was sent yet')
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Open print queue' }))
  expect(navigation.route).toEqual({ screen: 'queue' })
})

test('board and list lead to each other', async () => {
  await openBoard()
  await userEvent.click(screen.getByRole('link', { name: /^Requests/ }))
  expect(navigation.route).toEqual({ screen: 'requests', campaign: 'HT' })
  expect(screen.getByRole('link', { name: 'Board' }).getAttribute('aria-current')).toBe('page')
})

test('the list is opened by keys and narrowed by stage', async () => {
  mockCore()
  render(Requests, { campaign: 'HT' })
  const grid = await screen.findByRole('grid', { name: 'Requests' })
  await userEvent.click(screen.getByRole('button', { name: /^Complete/ }))
  const [, first] = within(grid).getAllByRole('row')
  first?.focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-009' }))
})

test('keys stay on the board at its edges', () => {
  const size = { lines: 30, columns: 3, first: 24 }
  const to = (key: string, line: number, column: number) => moved(key, { line, column }, size)
  expect(to('ArrowRight', 2, 2)).toEqual({ line: 26, column: 0 })
  expect(to('ArrowRight', 10, 2)).toEqual({ line: 10, column: 2 })
  expect(to('ArrowLeft', 26, 0)).toEqual({ line: 2, column: 2 })
  expect(to('ArrowDown', 23, 1)).toEqual({ line: 24, column: 1 })
  expect(to('ArrowDown', 29, 1)).toEqual({ line: 29, column: 1 })
  expect(to('ArrowUp', 0, 1)).toEqual({ line: 0, column: 1 })
  expect(to('x', 0, 1)).toBeUndefined()
  expect(columnsOf(undefined)).toEqual([])
  expect(beginsGroup([], 1)).toBe(false)
})

test('an outcome key puts a cell right', async () => {
  const { calls } = await openBoard()
  const corrections = () => calls.filter((call) => call.command === 'record_correction')
  const first = document.querySelector<HTMLElement>('[data-at="0-0"]')
  first?.focus()
  await waitFor(() => {
    expect(calls.some((call) => call.command === 'library_state')).toBe(true)
  })
  await userEvent.keyboard('x')
  await waitFor(() => {
    expect(corrections()[0]?.args['correction']).toMatchObject({
      request: 'HT-001',
      on: '2026-11-23',
      outcomes: [{ question: '1', outcome: 'not_applicable', sections: '' }],
    })
  })
})

test('a cell that no reply gave an outcome says: record the reply first', async () => {
  const refusal = {
    kind: 'refused',
    message: 'It has had no reply.',
    hint: 'Record the reply first.',
  }
  const rest = { field: 'request', citation: null, problems: [] }
  mockCore({
    answers: {
      record_correction: () => Promise.reject({ ...refusal, ...rest } as unknown as Error),
    },
  })
  render(Board, { campaign: 'HT' })
  await screen.findAllByRole('grid')
  await waitFor(() => {
    document.querySelector<HTMLElement>('[data-at="0-0"]')?.focus()
    expect(screen.getByRole('group', { name: 'The chosen cell' })).toBeTruthy()
  })
  await userEvent.keyboard('x')
  expect((await screen.findByRole('alert')).textContent).toContain('Record the reply first.')
})

test('a narrowed question is said in the name of its cell', () => {
  const row = { short_name: 'Kent' } as BoardRow
  const cell = { question: '1', outcome: null, outcome_label: null, sections: [], late: false }
  expect(cellName(row, { ...cell, narrowed: null })).toBe('Kent, question 1, Awaiting')
  const narrowed = cellName(row, { ...cell, narrowed: 'The last year only?' })
  expect(narrowed).toBe('Kent, question 1, Awaiting, narrowed')
})
