import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { DeskErrorFields, SenderView } from '../ipc'
import { emptyDesk, mockCore } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import { begin } from './begin.svelte'
import { addressLines, prefixFrom } from './draft.svelte'
import FirstRun from './FirstRun.svelte'
import NewCampaign from './NewCampaign.svelte'
import Sender from './Sender.svelte'

const full: DeskErrorFields = {
  kind: 'disk_full',
  message: 'The disk is full.',
  hint: 'Make room and try again.',
  field: null,
  citation: null,
  problems: [],
}
const taken: DeskErrorFields = {
  ...full,
  kind: 'refused',
  message: 'There is a campaign with the prefix SIC already.',
  hint: 'Choose another.',
  field: 'prefix',
}
const text = '1. How many officers were trained?\n2. Were they taught:\n(a) the law;\n(b) signs?'

function type(label: RegExp | string, value: string) {
  return fireEvent.input(screen.getByLabelText(label), { target: { value } })
}

async function ownQuestions() {
  await userEvent.click(screen.getByLabelText(/My own questions/))
  await type('Applicant', 'Mary Green')
  await type('Address for the reply', '1 High Street\nLeeds\nLS1 1AA')
  await userEvent.click(screen.getByRole('button', { name: 'Go on to the questions' }))
  await type('What it is about', 'Stalking in custody')
  await type('Questions', text)
}

beforeEach(() => {
  begin.reset()
  toasts.clear()
  navigation.restart({ screen: 'history' })
})

test('the sample opens with one act, and leaves the sender to the sample', async () => {
  const { calls } = mockCore({ desk: emptyDesk() })
  const { container } = render(FirstRun)
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Open my desk' }))
  await waitFor(() => {
    expect(navigation.route.screen).toBe('today')
  })
  expect(calls.find((call) => call.command === 'create_library')?.args).toEqual({ sample: true })
  expect(calls.some((call) => call.command === 'set_sender')).toBe(false)
})

test('a sender who was typed replaces that of the sample', async () => {
  const { desk } = mockCore({ desk: emptyDesk() })
  render(FirstRun)
  await type('Applicant', 'Mary Green')
  await type('Address for the reply', '1 High Street, Leeds, LS1 1AA')
  await userEvent.click(screen.getByRole('button', { name: 'Open my desk' }))
  await waitFor(() => {
    expect(desk.sender?.applicant).toBe('Mary Green')
  })
  expect(desk.sender?.address).toEqual(['1 High Street', 'Leeds', 'LS1 1AA'])
})

test('own questions: who, what, and the campaign is there', async () => {
  const { desk } = mockCore({ desk: emptyDesk() })
  render(FirstRun)
  await ownQuestions()
  expect(screen.getByLabelText<HTMLInputElement>('Prefix').value).toBe('SC')
  const outline = await screen.findByRole('list', { name: 'As it was read' })
  expect(outline.textContent).toContain('2(a)')
  await userEvent.click(screen.getByRole('button', { name: 'Make the campaign' }))
  await waitFor(() => {
    expect(desk.campaigns.map((one) => one.prefix)).toEqual(['SC'])
  })
  expect(desk.sender?.applicant).toBe('Mary Green')
  await waitFor(() => {
    expect(toasts.current?.message).toContain('Stalking in custody')
  })
  expect(navigation.route.screen).toBe('today')
})

test('what is missing is said under its field and in a summary; nothing was made', async () => {
  const { calls } = mockCore({ desk: emptyDesk() })
  const { container } = render(FirstRun)
  await userEvent.click(screen.getByLabelText(/An empty desk/))
  await userEvent.click(screen.getByRole('button', { name: 'Open my desk' }))
  expect((await screen.findByRole('alert')).textContent).toContain('2 things to put right')
  expect(screen.getByLabelText('Applicant').getAttribute('aria-invalid')).toBe('true')
  await waitFor(() => {
    expect(document.activeElement?.id).toBe('applicant')
  })
  expect(calls.some((call) => call.command === 'create_library')).toBe(false)
  expect(await axeFindings(container)).toEqual([])
})

test('a line that cannot be read is named, and the text stays', async () => {
  mockCore({ desk: emptyDesk() })
  render(FirstRun)
  await ownQuestions()
  await type('Questions', '1. One?\n3. Three?')
  const line = await screen.findByRole('button', { name: 'Line 2' })
  await userEvent.click(line)
  const area = screen.getByLabelText<HTMLTextAreaElement>('Questions')
  expect([area.selectionStart, area.selectionEnd]).toEqual([8, 17])
  await userEvent.click(screen.getByRole('button', { name: 'Make the campaign' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Line 2')
  expect(area.value).toBe('1. One?\n3. Three?')
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByLabelText<HTMLInputElement>('Applicant').value).toBe('Mary Green')
})

test('a full disk is told, and what was typed stays', async () => {
  mockCore({
    desk: emptyDesk(),
    answers: {
      create_library: () => {
        throw full
      },
    },
  })
  render(FirstRun)
  await ownQuestions()
  await userEvent.click(screen.getByRole('button', { name: 'Make the campaign' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Questions').value).toBe(text)
})

test('a campaign refused after the library was made is put right in the window, with nothing lost', async () => {
  let isTaken = true
  const { desk, calls } = mockCore({
    desk: emptyDesk(),
    answers: {
      new_campaign: () => {
        if (isTaken) throw taken
        return { ...desk.campaigns[0], prefix: 'SX', title: 'Stalking' }
      },
    },
  })
  const first = render(FirstRun)
  await ownQuestions()
  await userEvent.click(screen.getByRole('button', { name: 'Make the campaign' }))
  await waitFor(() => {
    expect(begin.act.error?.field).toBe('prefix')
  })
  expect(navigation.route.screen).toBe('new-campaign')
  first.unmount()
  const { container } = render(NewCampaign)
  expect((await screen.findByRole('alert')).textContent).toContain('prefix SIC already')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Questions').value).toBe(text)
  expect(await axeFindings(container)).toEqual([])
  isTaken = false
  await type('Prefix', 'SX')
  await userEvent.click(screen.getByRole('button', { name: 'Make the campaign' }))
  await waitFor(() => {
    expect(navigation.route.screen).toBe('today')
  })
  expect(calls.filter((call) => call.command === 'set_sender')).toHaveLength(1)
})

test('who writes is shown as it is kept, and saved', async () => {
  const { desk } = mockCore()
  const { container } = render(Sender)
  const applicant = await screen.findByLabelText<HTMLInputElement>('Applicant')
  await waitFor(() => {
    expect(applicant.value).toBe('Harbour Street Justice Project')
  })
  expect(await axeFindings(container)).toEqual([])
  await type(/^Telephone/, '')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => {
    expect((desk.sender as SenderView).telephone).toBeNull()
  })
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Saved who writes')
  })
})

test('a prefix comes out of a title, an address out of lines or commas', () => {
  expect(prefixFrom('Human trafficking and slavery training')).toBe('HTST')
  expect(prefixFrom('Stalking')).toBe('STA')
  expect(prefixFrom('2024 stops in the street')).toBe('SS')
  expect(prefixFrom('')).toBe('')
  expect(addressLines('PO Box 1, Valley Road\nLeeds\n\nLS1 1AA')).toEqual([
    'PO Box 1, Valley Road',
    'Leeds',
    'LS1 1AA',
  ])
})

test('the sample is added to a library of one’s own, and offered only while it is not there', async () => {
  const desk = { ...emptyDesk(), library: 'open' as const }
  const { calls } = mockCore({ desk })
  const { container: first, unmount } = render(NewCampaign)
  expect(await axeFindings(first)).toEqual([])
  await userEvent.click(await screen.findByRole('button', { name: 'Add the sample campaign' }))
  await waitFor(() => {
    expect(navigation.route).toEqual({ screen: 'board', campaign: 'HT' })
  })
  expect(calls.some((call) => call.command === 'add_sample_campaign')).toBe(true)
  expect(calls.some((call) => call.command === 'set_sender')).toBe(false)
  unmount()
  mockCore({ desk })
  const { container } = render(NewCampaign)
  await screen.findByRole('heading', { name: 'New campaign' })
  expect(screen.queryByRole('button', { name: 'Add the sample campaign' })).toBeNull()
  expect(await axeFindings(container)).toEqual([])
})
