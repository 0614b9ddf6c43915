import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { followChanges } from '../ipc'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import PrintQueue from './PrintQueue.svelte'

/* axe reads the whole screen, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  navigation.restart({ screen: 'queue' })
  vi.stubGlobal('ImageData', vi.fn())
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    putImageData: vi.fn(),
  } as never)
})

const button = (name: RegExp | string) => screen.getByRole('button', { name })

test('every letter with its force, its address in words and the totals of the job', async () => {
  mockCore()
  const { container } = render(PrintQueue)
  const table = await screen.findByRole('grid', { name: 'Letters in the queue' })
  expect(within(table).getAllByText('Unconfirmed')).toHaveLength(3)
  expect(screen.getByText('3 addresses are not confirmed.')).toBeTruthy()
  expect(await screen.findByRole('img', { name: 'Page 1 of 2 of HT-026/2' })).toBeTruthy()
  await userEvent.click(button('Next page'))
  expect(screen.getByRole('img', { name: 'Page 2 of 2 of HT-026/2' })).toBeTruthy()
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(button('Confirm addresses'))
  expect(navigation.route).toEqual({ screen: 'forces' })
})

test('each letter says which clock it will start and by when it is to be posted', async () => {
  const desk = sampleDesk()
  const [line, next] = desk.queue
  if (line?.post_by && next)
    Object.assign(next, { campaign: 'IC', campaign_title: 'Interpreters', post_by: line.post_by })
  if (next?.post_by) next.post_by = { ...next.post_by, is_over: true }
  mockCore({ desk })
  render(PrintQueue)
  const table = within(await screen.findByRole('grid', { name: 'Letters in the queue' }))
  expect(table.getByText('9 Dec 2026').getAttribute('title')).toContain('Last safe posting day')
  expect(table.getAllByText('Review 23 Dec, then 26 Jan 2027').length).toBeGreaterThan(0)
  expect(table.getByText('e-mail')).toBeTruthy()
  expect(table.getByText('Interpreters')).toBeTruthy()
  expect(screen.getByText(/Clock it will start, if posted today/).textContent).toContain('Review')
})

test('what left in the last weeks stands below, and leads to its request', async () => {
  mockCore()
  render(PrintQueue)
  const posted = within(await screen.findByRole('region', { name: /^Posted/ }))
  expect(posted.getByText(/by e-mail on 5 Nov 2026; received 5 Nov 2026/)).toBeTruthy()
  await userEvent.click(posted.getByRole('button', { name: 'Devon and Cornwall Police' }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
})

test('a letter without an address is named and left out', async () => {
  const desk = sampleDesk()
  const [line] = desk.queue
  if (line) Object.assign(line, { address_state: 'missing', printed: false, address: [] })
  mockCore({ desk })
  render(PrintQueue)
  expect(await screen.findByText('1 letter bears no address.')).toBeTruthy()
  expect(screen.getByText(/left out of the print job; the other 2 will print/)).toBeTruthy()
  await userEvent.click(button('Give an address'))
  expect(navigation.route).toEqual({ screen: 'forces', force: 'mdp' })
})

test('Ctrl P prints as one job; the file is named and can be opened', async () => {
  const { calls } = mockCore()
  render(PrintQueue)
  await screen.findByRole('grid')
  pressKey(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true }))
  expect(await screen.findByText('3 letters, 6 pages: saved as one PDF.')).toBeTruthy()
  expect(screen.getByText('/home/rosa/Documents/3 letters of 2026-11-23.pdf')).toBeTruthy()
  await userEvent.click(button('Open in PDF viewer'))
  expect(calls.findLast((call) => call.command === 'show_print_job')?.args).toEqual({
    inFolder: false,
  })
})

test('printing that was refused says why and leaves the queue', async () => {
  mockCore({
    answers: {
      print: () => {
        const error = { kind: 'disk_full', message: 'The disk is full.', hint: 'Make room.' }
        throw { ...error, field: null, citation: null, problems: [] } as unknown as Error
      },
    },
  })
  render(PrintQueue)
  await screen.findByRole('grid')
  await userEvent.click(button(/Print as one job/))
  expect((await screen.findByText('The disk is full.')).isConnected).toBe(true)
  expect(screen.getByRole('grid')).toBeTruthy()
})

test('marking as posted shows the clocks first, then every letter done', async () => {
  const { calls } = mockCore()
  const stop = await followChanges()
  render(PrintQueue)
  await userEvent.click(await screen.findByRole('button', { name: /Mark 3 as posted/ }))
  const dialog = await screen.findByRole('dialog', { name: 'Mark 3 letters as posted' })
  expect(await within(dialog).findByText('Reply to the request: Thu 24 Dec 2026')).toBeTruthy()
  expect(
    within(dialog).getAllByText('Longest time for an internal review: Tue 26 Jan 2027'),
  ).toHaveLength(2)
  expect(calls.some((call) => call.command === 'mark_sent')).toBe(false)
  expect(await axeFindings(dialog)).toEqual([])
  await userEvent.click(within(dialog).getByRole('radio', { name: 'Second class' }))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Mark as posted' }))
  expect(await screen.findByRole('dialog', { name: '3 letters marked as posted' })).toBeTruthy()
  expect(calls.findLast((call) => call.command === 'mark_sent')?.args['order']).toEqual({
    references: [],
    all: true,
    departure: { by: 'post', class: 'second' },
    on: '2026-11-23',
    received_on: null,
  })
  const [close] = screen.getAllByRole('button', { name: 'Close' }).slice(-1)
  if (close) await userEvent.click(close)
  expect(await screen.findByRole('heading', { name: 'Nothing to print' })).toBeTruthy()
  stop()
})

test('the picked letters alone are marked as e-mailed; a wrong day is said at its field', async () => {
  const { calls } = mockCore({
    answers: {
      sending_preview: () => {
        const error = { kind: 'refused', message: 'That day is after today.', hint: 'Wait for it.' }
        throw { ...error, field: 'on', citation: null, problems: [] } as unknown as Error
      },
    },
  })
  render(PrintQueue)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'HT-041/2, Surrey Police' }))
  await userEvent.click(button(/Mark 1 as e-mailed/))
  const dialog = await screen.findByRole('dialog', { name: 'Mark 1 letter as e-mailed' })
  expect(await within(dialog).findByText('That day is after today. Wait for it.')).toBeTruthy()
  await waitFor(() => {
    expect(
      within(dialog).getByRole('button', { name: 'Mark as e-mailed' }).hasAttribute('disabled'),
    ).toBe(true)
  })
  expect(calls.findLast((call) => call.command === 'sending_preview')?.args['order']).toMatchObject(
    {
      references: ['HT-041'],
      all: false,
      departure: { by: 'email' },
    },
  )
})

test('a letter that was put into a web form is marked as submitted', async () => {
  const { calls } = mockCore()
  render(PrintQueue)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'HT-041/2, Surrey Police' }))
  await userEvent.click(button(/Mark 1 as submitted/))
  const name = 'Mark 1 letter as submitted by web form'
  const dialog = await screen.findByRole('dialog', { name })
  expect(within(dialog).getByLabelText('Submitted on')).toBeTruthy()
  expect(within(dialog).queryByText('Class')).toBeNull()
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Mark as submitted by web form' }),
  )
  await waitFor(() => {
    expect(calls.find((call) => call.command === 'mark_sent')?.args['order']).toMatchObject({
      references: ['HT-041'],
      departure: { by: 'web_form' },
    })
  })
})

test('a letter that was left out says why', async () => {
  mockCore({
    answers: {
      sending_preview: () => ({
        on: '2026-11-23',
        clocks: [],
        items: [
          {
            subject: 'HT-048/1',
            reference: 'HT-048/1',
            state: 'skipped',
            reason: 'HT-048/1 bears no address and cannot have been posted.',
          },
        ],
      }),
    },
  })
  render(PrintQueue)
  await userEvent.click(await screen.findByRole('button', { name: /as posted/ }))
  expect(await screen.findByText(/HT-048\/1, Wiltshire Police: left out/)).toBeTruthy()
  expect(screen.getByText(/cannot have been posted/)).toBeTruthy()
})
