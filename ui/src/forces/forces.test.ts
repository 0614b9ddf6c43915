import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { axeFindings } from '../../tests/axe'
import { followChanges, type DeskErrorFields, type ForceView } from '../ipc'
import { mockCore, sampleDesk } from '../ipc/mock'
import { navigation, toasts } from '../shared'
import Forces from './Forces.svelte'
import { editOf, formOf, idFrom, shownForces } from './register'

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
  navigation.restart({ screen: 'forces' })
  toasts.clear()
})

const refused = (field: string, message: string): DeskErrorFields => ({
  kind: 'refused',
  message,
  hint: 'Write it otherwise.',
  field,
  citation: null,
  problems: [],
})

function withAgency() {
  const desk = sampleDesk()
  const agency: ForceView = {
    ...(desk.forces[0] as ForceView),
    id: 'nca',
    name: 'National Crime Agency',
    short_name: 'NCA',
    police: false,
    regime: null,
    kind: 'not subject',
    not_subject: 'The National Crime Agency is not subject to the Act (section 84).',
  }
  desk.forces.push(agency)
  return desk
}

const pane = () => screen.getByRole('complementary', { name: 'The chosen force' })

test('the register shows the police forces, with Welsh names marked as such', async () => {
  openDesk({ desk: withAgency() })
  const { container } = render(Forces)
  const grid = await screen.findByRole('grid', { name: 'Forces' })
  expect(within(grid).getAllByRole('row')).toHaveLength(49)
  expect(within(grid).getByText('Heddlu Gwent').getAttribute('lang')).toBe('cy')
  await within(pane()).findByRole('heading', { name: 'Avon and Somerset Police' })
  expect(pane().textContent).toContain('identity high')
  expect(await axeFindings(container)).toEqual([])
})

test('finding and filters narrow it; with no match there is a way back', async () => {
  openDesk({ desk: withAgency() })
  render(Forces)
  await screen.findByRole('grid')
  await fireEvent.input(screen.getByLabelText('Find a force'), { target: { value: 'gogledd' } })
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await fireEvent.input(screen.getByLabelText('Find a force'), { target: { value: 'nowhere' } })
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(screen.getAllByRole('row')).toHaveLength(49)
  await userEvent.click(screen.getByRole('button', { name: /^Other bodies/ }))
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await userEvent.click(within(screen.getByRole('grid')).getByText('National Crime Agency'))
  expect(await within(pane()).findByText(/not subject to the Act/)).toBeTruthy()
})

test('an address is confirmed with the day of today', async () => {
  const { calls } = openDesk()
  render(Forces, { force: 'kent' })
  await userEvent.click(await screen.findByRole('button', { name: 'Confirm address' }))
  await within(pane()).findByText(/23 Nov 2026/)
  expect(calls.find((call) => call.command === 'confirm_force')?.args).toEqual({
    force: 'kent',
    parts: ['address'],
    on: '2026-11-23',
  })
  await waitFor(() => {
    expect(toasts.current?.message).toBe('Confirmed the address of Kent')
  })
})

test('only what was changed is given, and an error stands under its field with nothing lost', async () => {
  let isRefused = true
  const { calls, desk } = openDesk({
    answers: {
      edit_force: () => {
        if (isRefused) throw refused('email', '“foi” is not an e-mail address.')
        return desk.forces[0]
      },
    },
  })
  const { container } = render(Forces)
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  await fireEvent.input(screen.getByLabelText('E-mail'), { target: { value: 'foi' } })
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toContain('not an e-mail address')
  const field = screen.getByLabelText<HTMLInputElement>('E-mail')
  expect([field.value, field.getAttribute('aria-invalid')]).toEqual(['foi', 'true'])
  expect(await axeFindings(container)).toEqual([])
  expect(calls.find((call) => call.command === 'edit_force')?.args['edit']).toEqual({
    name: null,
    address: null,
    email: 'foi',
    website: null,
    legal_authority: null,
    source: null,
  })
  isRefused = false
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeTruthy()
})

test('a body is added, and shown among the other bodies', async () => {
  const { calls } = openDesk()
  const { container } = render(Forces)
  await userEvent.click(await screen.findByRole('button', { name: 'Add a body' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add to the register' }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('full name')
  await fireEvent.input(within(dialog).getByLabelText('Full name'), {
    target: { value: 'North Sea Inspectorate' },
  })
  expect(within(dialog).getByLabelText<HTMLInputElement>('Name in files').value).toBe(
    'north-sea-inspectorate',
  )
  expect(await axeFindings(container)).toEqual([])
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add to the register' }))
  expect(
    await within(pane()).findByRole('heading', { name: 'North Sea Inspectorate' }),
  ).toBeTruthy()
  expect(calls.find((call) => call.command === 'add_force')?.args['force']).toMatchObject({
    id: 'north-sea-inspectorate',
    regime: 'foia',
    kind: 'oversight-body',
  })
})

test('an address keeps its lines, what is emptied is given as nothing, a name for files in small letters', () => {
  const before = { ...formOf(sampleDesk().forces[1] as ForceView), email: 'foi@beds.example.org' }
  const edit = editOf(before, {
    ...before,
    address: 'One, first floor\nTwo\n\nLS1 1AA\n',
    email: '',
    source: ` ${before.source}`,
  })
  expect([edit.address, edit.email, edit.source]).toEqual([
    'One, first floor\nTwo\n\nLS1 1AA',
    '',
    null,
  ])
  expect(idFrom('Devon & Cornwall (West)')).toBe('devon-and-cornwall-west')
  expect(shownForces(sampleDesk().forces, ['scotland'], '')).toHaveLength(1)
})
