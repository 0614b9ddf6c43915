import { untrack } from 'svelte'

import { version, type Tag } from './changed.svelte'
import { DeskError } from './error'

/** Something that was asked of the core and is asked again when it changed. */
export interface Resource<T> {
  /** The last answer. It stays while a newer one is on its way. */
  readonly value: T | undefined
  /** Why there is no newer answer. */
  readonly error: DeskError | undefined
  /** Whether an answer is on its way. */
  readonly loading: boolean
  /** Asks again. */
  reload: () => void
}

/**
 * Asks now, and again when one of `tags` was changed or what `ask` reads before its first `await`
 * is another. Call it while a component is made. An answer that is overtaken is dropped.
 */
export function resource<T>(ask: () => Promise<T>, tags: readonly Tag[]): Resource<T> {
  let value = $state.raw<T>()
  let error = $state.raw<DeskError>()
  let loading = $state(true)
  let again = $state(0)
  let asked = 0

  $effect(() => {
    void again
    for (const tag of tags) version(tag)
    const answer = ask()
    const mine = ++asked
    untrack(() => (loading = true))
    answer
      .then((found) => {
        if (mine !== asked) return
        value = found
        error = undefined
      })
      .catch((thrown: unknown) => {
        if (mine === asked) error = DeskError.from(thrown)
      })
      .finally(() => {
        if (mine === asked) loading = false
      })
    return () => {
      asked += 1
    }
  })

  return {
    get value() {
      return value
    },
    get error() {
      return error
    },
    get loading() {
      return loading
    },
    reload: () => (again += 1),
  }
}
