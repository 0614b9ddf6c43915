import { render, screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { axeFindings } from '../../tests/axe'
import DataTable from './DataTable.svelte'
import type { Column } from './table'

interface Row {
  id: string
  days: number | null
}
const rows: Row[] = [
  { id: 'Kent', days: 20 },
  { id: 'Essex', days: 9 },
  { id: 'Gwent', days: null },
]
const columns: Column<Row>[] = [
  { id: 'id', title: 'Force', text: (row) => row.id },
  { id: 'days', title: 'Days', text: (row) => String(row.days ?? '–'), sort: (row) => row.days },
]
const shared = { label: 'Forces', columns, rows, key: (row: Row) => row.id }

const order = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.dataset['key'])

test('a head sorts up, then down, then not; aria-sort says so', async () => {
  render(DataTable<Row>, shared)
  const head = () => screen.getByRole('columnheader', { name: 'Days' })
  await userEvent.click(screen.getByRole('button', { name: 'Days' }))
  expect(head().getAttribute('aria-sort')).toBe('ascending')
  expect(order()).toEqual(['Essex', 'Kent', 'Gwent'])
  await userEvent.click(screen.getByRole('button', { name: 'Days' }))
  expect(head().getAttribute('aria-sort')).toBe('descending')
  expect(order()).toEqual(['Kent', 'Essex', 'Gwent'])
  await userEvent.click(screen.getByRole('button', { name: 'Days' }))
  expect(order()).toEqual(['Kent', 'Essex', 'Gwent'])
  expect(head().hasAttribute('aria-sort')).toBe(false)
})

test('one row takes the focus; the arrow keys move it, Enter opens, Space picks', async () => {
  const onopen = vi.fn()
  render(DataTable<Row>, { ...shared, onopen, picked: [] })
  const user = userEvent.setup()
  expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1)
  screen.getAllByRole('row')[1]?.focus()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onopen).toHaveBeenCalledWith(rows[1])
  await user.keyboard(' ')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Essex' }).checked).toBe(true)
  await user.keyboard('{End}')
  expect((document.activeElement as HTMLElement).dataset['key']).toBe('Gwent')
  await user.keyboard('{Control>}a{/Control}')
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').every((box) => box.checked)).toBe(true)
})

test('a row that cannot be picked is left out of all', async () => {
  render(DataTable<Row>, { ...shared, picked: [], pickable: (row: Row) => row.days !== null })
  await userEvent.click(screen.getByRole('checkbox', { name: 'All' }))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Gwent' }).checked).toBe(false)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Kent' }).checked).toBe(true)
})

test('axe finds no fault', async () => {
  const { container } = render(DataTable<Row>, { ...shared, picked: [] })
  expect(await axeFindings(container)).toEqual([])
})
