import { emit } from '@tauri-apps/api/event'
import { mockIPC } from '@tauri-apps/api/mocks'

import { answer, emptyDesk, sampleDesk, type MockDesk } from './mock-desk'

/** Commands whose success changes something, with what they change. */
const changes: Record<string, string[]> = {
  create_library: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  open_again: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  open_to_read: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  choose_library: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  begin_anew: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  set_sender: ['sender', 'history'],
  new_campaign: ['campaigns', 'history'],
  edit_force: ['forces', 'history'],
  confirm_force: ['forces', 'history', 'queue'],
  add_force: ['forces', 'history'],
  send: ['requests', 'queue', 'history'],
  write_letters: ['requests', 'queue', 'history'],
  mark_sent: ['requests', 'queue', 'history'],
  record_reply: ['requests', 'history'],
  record: ['requests', 'history'],
  record_correction: ['requests', 'history'],
  record_review_decided: ['requests', 'history'],
  add_sample_campaign: ['campaigns', 'library', 'history'],
  strike: ['requests', 'history'],
  undo: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
  redo: ['library', 'sender', 'campaigns', 'forces', 'requests', 'queue', 'history'],
}

export interface MockOptions {
  /** The desk that answers; the sample campaign in November 2026 where none is given. */
  desk?: MockDesk
  /** Answers given instead of those of the desk, by command. A function may throw. */
  answers?: Record<string, (args: Record<string, unknown>) => unknown>
}

/** Puts a desk of fixtures where the core would be: for tests, and for a browser while building. */
export function mockCore(options: MockOptions = {}): { desk: MockDesk; calls: MockCall[] } {
  const desk = options.desk ?? sampleDesk()
  const calls: MockCall[] = []
  mockIPC(
    async (command, payload) => {
      const args = (payload ?? {}) as Record<string, unknown>
      calls.push({ command, args })
      const own = options.answers?.[command]
      const found = own ? own(args) : answer(desk, command, args)
      const changed = changes[command]
      // As the core does it: first the answer is sure, then the news of it.
      const settled = await Promise.resolve(found)
      if (changed) await emit('changed', { tags: changed })
      return settled
    },
    { shouldMockEvents: true },
  )
  return { desk, calls }
}

export interface MockCall {
  command: string
  args: Record<string, unknown>
}

export { emptyDesk, sampleDesk }
