import { emit } from '@tauri-apps/api/event'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { followChanges, type DeskErrorFields, type SendReport, type WriteReport } from '../ipc'
import { emptyDesk, mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import { nameOf, outcomeOf } from './batch'
import { comingUp, folded } from './groups'
import Today from './Today.svelte'

/* The window listens to the core; so does each test. */
let listening: Promise<() => void> | undefined

function openDesk(...options: Parameters<typeof mockCore>) {
  const mocked = mockCore(...options)
  listening = followChanges()
  return mocked
}

afterEach(async () => {
  const stop = await listening
  stop?.()
  listening = undefined
})

beforeEach(() => {
  navigation.restart({ screen: 'today' })
})

function deskWithoutRequests() {
  const full = sampleDesk()
  return {
    ...emptyDesk(),
    library: 'open' as const,
    sender: full.sender,
    campaigns: full.campaigns,
  }
}

const refusal: DeskErrorFields = {
  kind: 'refused',
  message: 'No letter can be written without an applicant.',
  hint: 'Say who writes.',
  field: 'applicant',
  citation: null,
  problems: [],
}

test('a right that ends soon says by when its letter is to be posted', async () => {
  const desk = sampleDesk()
  openDesk({ desk })
  render(Today)
  await screen.findByRole('button', { name: 'Write 10 follow-ups' })
  const soon = desk.groups
    .flatMap((group) => group.requests)
    .find((one) => one.is_soon && one.post_by)
  const said = screen.getAllByText(soon?.post_by?.short ?? 'none')
  expect(said[0]?.getAttribute('title')).toBe(soon?.post_by?.sentence)
  const later = desk.groups
    .flatMap((group) => group.requests)
    .find((one) => !one.is_soon && one.post_by)
  expect(screen.queryByText(later?.post_by?.short ?? 'none')).toBeNull()
})

test('the groups stand in the order of the core, with their counts and what a batch can write', async () => {
  openDesk()
  const { container } = render(Today)
  await screen.findByRole('button', { name: 'Write 10 follow-ups' })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Monday 23 November')
  const names = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
  expect(names.slice(0, 4)).toEqual([
    'Write a follow-up',
    'Chase the review',
    'Chase the reply',
    'Send the letter',
  ])
  expect(screen.getByText('35 things need you.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /chaser/i })).toBeNull()
  expect(await axeFindings(container)).toEqual([])
})

test('a row has its campaign, the day that matters and how far off it is', async () => {
  openDesk()
  const { container } = render(Today)
  await screen.findByRole('button', { name: 'Write 10 follow-ups' })
  const cells = (key: string) =>
    [...(container.querySelectorAll(`[data-row="${key}"] [role="gridcell"]`) as Iterable<Element>)]
      .slice(0, 4)
      .map((cell) => cell.textContent.trim())
  expect(cells('follow_up HT-014')).toEqual([
    'Dyfed-Powys',
    'Human trafficking and slavery training',
    'replied 30 Sep 2026',
    '2 working days left',
  ])
  expect(container.querySelector('[data-row="follow_up HT-014"] .tag.soon')).toBeTruthy()
  const [name, , day, words] = cells('chase_review HT-006')
  expect([name, day, words]).toEqual(['City of London', 'asked 9 Oct 2026', 'day 29 of 40'])
  expect(container.querySelector('[data-row="chase_review HT-006"] .soon')).toBeNull()
  const [late] = container.querySelectorAll('[data-row^="chase "] .tag.over')
  expect(late?.textContent).toMatch(/^\d+ working days? over$/)
})

test('more than four rows are folded by name, and shown when asked', async () => {
  openDesk()
  render(Today)
  const more = await screen.findByRole('button', { name: /Show 7 more: Avon & Somerset/ })
  await userEvent.click(more)
  expect(await screen.findByText('Thames Valley')).toBeTruthy()
  expect(folded({ step: 'chase', label: '', requests: [] }, false)).toEqual({ shown: 0, rest: [] })
})

test('arrows move through all groups, Enter runs the row, Space picks for the batch', async () => {
  const { calls } = openDesk()
  const { container } = render(Today)
  await screen.findByRole('button', { name: 'Write 10 follow-ups' })
  const row = (reference: string) =>
    container.querySelector<HTMLElement>(`[data-row="follow_up ${reference}"]`)
  row('HT-014')?.focus()
  const user = userEvent.setup()
  await user.keyboard(' {ArrowDown} ')
  expect(document.activeElement).toBe(row('HT-015'))
  await user.click(screen.getByRole('button', { name: 'Write 2 follow-ups' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('2 letters written')
  const order = calls.find((call) => call.command === 'write_letters')?.args['order']
  expect(order).toMatchObject({
    what: { kind: 'follow_up', mode: null },
    which: { kind: 'named', references: ['HT-014', 'HT-015'] },
    dated: '2026-11-23',
  })
  await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[1] as HTMLElement)
  row('HT-015')?.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect((document.activeElement as HTMLElement).dataset['row']).toBe('chase_review HT-006')
  await user.keyboard('{Enter}')
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-006' })
})

test('the group button writes all that are due, and the report says what was not written', async () => {
  const report: WriteReport = {
    operation: 38,
    written: [],
    items: [
      { subject: 'HT-014', reference: 'HT-014/2', state: 'done', reason: null },
      { subject: 'HT-015', reference: null, state: 'failed', reason: 'The page is full.' },
      { subject: 'HT-018', reference: null, state: 'skipped', reason: 'It has its letter.' },
    ],
    notices: [],
  }
  const { calls } = openDesk({ answers: { write_letters: () => report } })
  const { container } = render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Write 10 follow-ups' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('list', { name: 'Not written' }).textContent).toMatch(
    /Essex.*The page is full/s,
  )
  expect(within(dialog).getByRole('list', { name: 'Left out' }).textContent).toContain('Gwent')
  expect(calls.find((call) => call.command === 'write_letters')?.args['order']).toMatchObject({
    which: { kind: 'due' },
  })
  expect(await axeFindings(container)).toEqual([])
})

test('a click with Ctrl picks a row', async () => {
  openDesk()
  render(Today)
  const name = await screen.findByRole('gridcell', { name: 'Dyfed-Powys' })
  const user = userEvent.setup()
  await user.keyboard('{Control>}')
  await user.click(name)
  await user.keyboard('{/Control}')
  expect(await screen.findByRole('button', { name: 'Write the follow-up' })).toBeTruthy()
})

test('the pane has the next step of the row', async () => {
  openDesk()
  render(Today)
  const next = await screen.findByRole('region', { name: 'Next step' })
  expect(next.textContent).toContain('Dyfed-Powys Police')
  await userEvent.click(within(next).getByRole('button', { name: 'Write the letter' }))
  expect(navigation.route).toEqual({ screen: 'write', reference: 'HT-014' })
})

test('a campaign is sent out: date, count and unconfirmed addresses first, then what was written', async () => {
  const { calls } = openDesk({ desk: deskWithoutRequests() })
  const { container } = render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Write 48 requests' }))
  const dialog = await screen.findByRole('dialog', { name: 'Write to 48 forces' })
  expect(dialog.textContent).toContain('48 addresses are not confirmed.')
  expect(within(dialog).getByLabelText<HTMLInputElement>('Date of the letters').value).toBe(
    '2026-11-23',
  )
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Write 48 requests' }))
  const report = await screen.findByRole('dialog', { name: '48 letters written' })
  const order = calls.find((call) => call.command === 'send')?.args['order']
  expect(order).toMatchObject({ campaign: 'HT', dated: '2026-11-23' })
  expect(screen.queryByRole('button', { name: 'Write 48 requests' })).toBeNull()
  await userEvent.click(within(report).getByRole('button', { name: 'Open print queue' }))
  expect(navigation.route.screen).toBe('queue')
})

test('while it writes it says how far it is, and Stop stops it', async () => {
  let finish: (report: SendReport) => void = () => undefined
  const { calls } = openDesk({
    desk: deskWithoutRequests(),
    answers: { send: () => new Promise<SendReport>((resolve) => (finish = resolve)) },
  })
  render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Write 48 requests' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Write 48 requests' }))
  await emit('progress', { at: 7, of: 48, subject: 'cleveland' })
  expect((await within(dialog).findByText('Writing letter 7 of 48')).textContent).toBeTruthy()
  expect(dialog.textContent).toContain('Cleveland')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Stop' }))
  expect(calls.some((call) => call.command === 'stop_work')).toBe(true)
  finish({
    operation: null,
    written: [],
    items: [{ subject: 'cleveland', reference: null, state: 'pending', reason: null }],
    notices: [],
  })
  expect(await screen.findByRole('dialog', { name: /^Stopped/ })).toBeTruthy()
})

test('a refusal stays in the dialog, with the way to put it right', async () => {
  openDesk({
    desk: deskWithoutRequests(),
    answers: {
      send: () => {
        throw refusal
      },
    },
  })
  render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'Write 48 requests' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Write 48 requests' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('without an applicant')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Say who writes' }))
  expect(navigation.route.screen).toBe('sender')
})

test('an empty desk leads to a campaign', async () => {
  openDesk({ desk: { ...emptyDesk(), library: 'open' } })
  const { container } = render(Today)
  await userEvent.click(await screen.findByRole('button', { name: 'New campaign' }))
  expect(navigation.route.screen).toBe('new-campaign')
  expect(await axeFindings(container)).toEqual([])
})

test('what is coming is put in order of the day, by the force', () => {
  const { requests, forces } = sampleDesk()
  const days = comingUp(requests, forces, '2026-11-23', 3)
  expect(days.map((day) => day.date)).toEqual(['2026-11-25', '2026-11-27', '2026-12-01'])
  expect(days[0]?.items[0]).toMatchObject({ force: 'Dyfed-Powys', words: 'write a follow-up' })
})

test('an item has the name of its force', () => {
  const { requests, forces } = sampleDesk()
  const item = { reference: null, state: 'done' as const, reason: null }
  expect(nameOf({ ...item, subject: 'HT-014' }, forces, requests)).toBe('Dyfed-Powys')
  expect(nameOf({ ...item, subject: 'kent' }, forces, requests)).toBe('Kent')
  expect(outcomeOf({ operation: null, written: [], items: [], notices: [] }, forces).title).toBe(
    'No letter was written',
  )
})

test('a view that cannot be read is said, and asked for again', async () => {
  let isBroken = true
  openDesk({
    answers: {
      today: () => {
        if (isBroken) throw { ...refusal, kind: 'busy', field: null, message: 'It is busy.' }
        return { today: '2026-11-23', groups: [] }
      },
    },
  })
  render(Today)
  await screen.findByText('It is busy.')
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => {
    expect(screen.queryByText('It is busy.')).toBeNull()
  })
})
