import { render, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { emptyDesk, mockCore, sampleDesk } from '../ipc/mock'
import { navigation } from '../shared'
import { groupsOf, rightsRunning } from './groups'
import Reviews from './Reviews.svelte'

beforeEach(() => navigation.restart({ screen: 'reviews' }))

test('a review stands in its group with its limits beside it, and opens its request', async () => {
  mockCore()
  const { container } = render(Reviews)
  await screen.findByRole('heading', { name: /In review/ })
  await screen.findByRole('heading', { name: /Review late/ })
  await userEvent.click(await screen.findByRole('button', { name: 'Open request' }))
  expect(navigation.route).toEqual({ screen: 'request', reference: 'HT-002' })
  expect(await axeFindings(container)).toEqual([])
})

test('without reviews and rights it says when something will stand here', async () => {
  mockCore({ desk: emptyDesk() })
  render(Reviews)
  await screen.findByText('No review is open')
})

test('the right that ends first stands first; no review is lost between the groups', () => {
  const desk = sampleDesk()
  const days = rightsRunning(desk.requests).map((one) => one.until)
  expect(days).toEqual([...days].sort())
  const grouped = groupsOf(desk.reviews).flatMap((group) => group.reviews)
  expect(grouped).toHaveLength(desk.reviews.length)
})
