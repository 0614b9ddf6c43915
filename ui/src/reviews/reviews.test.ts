import { render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import type { ReviewView } from '../ipc'
import { emptyDesk, mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import { pressKey } from '../shared/shortcuts.svelte'
import { firstWords, groupsOf, rightsRunning, someOf } from './groups'
import Reviews from './Reviews.svelte'

beforeEach(() => navigation.restart({ screen: 'reviews' }))

const pane = () => screen.getByRole('complementary', { name: 'The chosen review' })

function withDecision() {
  const desk = sampleDesk()
  Object.assign(desk.reviews[0] as ReviewView, {
    state: 'decided',
    decided_on: '2026-11-20',
    result: 'partly',
    changed: [{ question: '6', before: 'not_held', after: 'answered' }],
    next_step: 'Complain to the Commissioner, or close the request.',
  })
  return desk
}

test('what is lost by waiting stands first, and a review opens its request', async () => {
  mockCore()
  const { container } = render(Reviews)
  const first = await screen.findByRole('heading', { name: 'Your right runs out' })
  const titles = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)
  expect(titles.slice(0, 3)).toEqual(['Your right runs out', 'Review late', 'In review'])
  expect(first).toBeTruthy()
  await userEvent.click(screen.getByText('HT-011'))
  await within(pane()).findByText('outcome of the internal review', { exact: false })
  expect(pane().textContent).toContain('8 working days left')
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(within(pane()).getByRole('button', { name: 'Open request' }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-011' })
})

test('arrow keys go through all groups, and Enter opens the request', async () => {
  mockCore()
  render(Reviews)
  const [, , row] = await screen.findAllByRole('row')
  row?.focus()
  await userEvent.keyboard('{End}{ArrowUp}{Enter}')
  expect(document.activeElement?.getAttribute('data-key')).toMatch(/^review HT-/)
  const { route } = navigation
  expect(route.screen).toBe('request')
})

test('after a decision each changed outcome stands before and after, in words', async () => {
  mockCore({ desk: withDecision() })
  const { container } = render(Reviews)
  await screen.findByRole('heading', { name: 'Decided' })
  await userEvent.click(screen.getByText('Partly overturned'))
  await waitFor(() => expect(pane().textContent).toContain('What the decision changed'))
  expect(pane().textContent).toMatch(/Not held\s*became\s*A?Answered/)
  expect(await axeFindings(container)).toEqual([])
})

test('without reviews and rights it says when something will stand here', async () => {
  mockCore({ desk: emptyDesk() })
  const { container } = render(Reviews)
  await screen.findByText('No review is open')
  expect(await axeFindings(container)).toEqual([])
})

test('the right that ends first stands first; no review is lost between the groups', () => {
  const desk = sampleDesk()
  const days = rightsRunning(desk.requests).map((one) => one.until)
  expect(days).toEqual([...days].sort())
  const reviews = groupsOf(desk.reviews)
    .flatMap((group) => group.lines)
    .filter((line) => line.review)
  expect(reviews).toHaveLength(desk.reviews.length)
})

test('the right of a request that is in review runs no more', () => {
  const desk = sampleDesk()
  const [right] = rightsRunning(desk.requests)
  const review = { ...(desk.reviews[0] as ReviewView), reference: right?.reference ?? '' }
  const left = rightsRunning(desk.requests, [review]).map((one) => one.reference)
  expect(left).not.toContain(right?.reference)
})

test('where complaining is a step, the review stands under the Commissioner', () => {
  const desk = sampleDesk()
  const late = desk.reviews.find((one) => one.state === 'late') as ReviewView
  const request = desk.requests.find((one) => one.reference === late.reference)
  Object.assign(request ?? {}, {
    next_steps: [{ ...request?.next_steps[0], step: 'complain' }],
  })
  const group = groupsOf([late], desk.requests).find((one) => one.id === 'complain')
  expect(group?.lines.map((line) => line.reference)).toEqual([late.reference])
})

test('of many words the first few are shown, and how many more there are', () => {
  expect(someOf(['1', '2a', '2b', '5'], 2)).toBe('1, 2a +2')
  expect(someOf(['1'], 2)).toBe('1')
  expect(firstWords('Write a follow-up (mode B) by 25 November 2026.')).toBe('Write a follow-up')
  expect(firstWords('Wait. It is due by 4 December 2026.')).toBe('Wait')
})

test('the decision of an open review is recorded from its row or its pane', async () => {
  mockCore()
  render(Reviews)
  await userEvent.click(await screen.findByText('HT-011'))
  await userEvent.click(await within(pane()).findByRole('button', { name: 'Record the decision…' }))
  expect(navigation.route).toEqual({ screen: 'decide', reference: 'HT-011' })
  navigation.restart({ screen: 'reviews' })
  pressKey(new KeyboardEvent('keydown', { key: 'd' }))
  expect(navigation.route).toEqual({ screen: 'decide', reference: 'HT-011' })
})
