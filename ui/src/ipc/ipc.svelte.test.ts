import { emit } from '@tauri-apps/api/event'
import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'

import { readBitmap } from './call'
import { core, DeskError, followChanges, resource } from './index'
import { mockCore } from './mock'
import { page } from './mock-page'

test('a refusal of the core comes as a DeskError with its kind and field', async () => {
  mockCore()
  const error = await core.request('HT-999').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DeskError)
  expect(error).toMatchObject({ kind: 'refused', field: 'request' })
})

test('whatever else is thrown is a fault', () => {
  expect(DeskError.from('no')).toMatchObject({ kind: 'fault', message: 'no' })
})

test('arguments go by the names of the contract', async () => {
  const { calls } = mockCore()
  await core.confirmForce('cheshire', ['address'], '2026-11-23')
  expect(calls).toContainEqual({
    command: 'confirm_force',
    args: { force: 'cheshire', parts: ['address'], on: '2026-11-23' },
  })
})

test('a page is width, height and pixels; an incomplete one is refused', () => {
  const bytes = page(0.1)
  expect(readBitmap(bytes)).toMatchObject({ width: 60, height: 84 })
  expect(() => readBitmap(bytes.slice(0, 100))).toThrow(DeskError)
})

test('a resource asks again when one of its tags was changed, and only then', async () => {
  mockCore()
  const ask = vi.fn(() => core.forces())
  const stop = await followChanges()
  let found: ReturnType<typeof resource<unknown>> | undefined
  const end = $effect.root(() => {
    found = resource(ask, ['forces'])
  })
  flushSync()
  await vi.waitFor(() => {
    expect(found?.value).toHaveLength(48)
  })
  await emit('changed', { tags: ['queue'] })
  flushSync()
  expect(ask).toHaveBeenCalledTimes(1)
  await core.confirmForce('cheshire', ['address'], '2026-11-23')
  flushSync()
  expect(ask).toHaveBeenCalledTimes(2)
  end()
  stop()
})

test('an answer that was overtaken is dropped', async () => {
  mockCore()
  const answers: ((text: string) => void)[] = []
  let found: ReturnType<typeof resource<string>> | undefined
  const end = $effect.root(() => {
    found = resource(() => new Promise<string>((done) => answers.push(done)), [])
  })
  flushSync()
  found?.reload()
  flushSync()
  answers[1]?.('new')
  await Promise.resolve()
  answers[0]?.('old')
  await vi.waitFor(() => {
    expect(found?.value).toBe('new')
  })
  await Promise.resolve()
  expect(found?.value).toBe('new')
  end()
})
