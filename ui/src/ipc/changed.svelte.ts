import { listen, type UnlistenFn } from '@tauri-apps/api/event'

import type { Progress } from './types'

/** What a change touched. The core names them after the commit, never before. */
export type Tag = 'library' | 'sender' | 'campaigns' | 'forces' | 'requests' | 'queue' | 'history'

const tags: readonly Tag[] = [
  'library',
  'sender',
  'campaigns',
  'forces',
  'requests',
  'queue',
  'history',
]

/** How often each was changed since the window opened. Reading one makes an effect follow it. */
const versions: Record<Tag, number> = $state({
  library: 0,
  sender: 0,
  campaigns: 0,
  forces: 0,
  requests: 0,
  queue: 0,
  history: 0,
})

export function version(tag: Tag): number {
  return versions[tag]
}

export function markChanged(changed: readonly string[]): void {
  for (const tag of tags) if (changed.includes(tag)) versions[tag] += 1
}

/** Begins to listen to the core. Returns what ends it. */
export function followChanges(): Promise<UnlistenFn> {
  return listen<{ tags: string[] }>('changed', (event) => {
    markChanged(event.payload.tags)
  })
}

/** Hears how far a long work has come, until what it returns is called. */
export function followProgress(heard: (progress: Progress) => void): Promise<UnlistenFn> {
  return listen<Progress>('progress', (event) => {
    heard(event.payload)
  })
}
