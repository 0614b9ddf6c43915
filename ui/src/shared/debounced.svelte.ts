import { untrack } from 'svelte'

/** A value that comes to rest: the last one read, once nothing was changed for a short while. */
export interface Debounced<T> {
  readonly value: T
}

/** Follows what `read` answers. Call it while a component is made. */
export function debounced<T>(read: () => T, wait = 200): Debounced<T> {
  let value: T = $state.raw(untrack(read))
  $effect(() => {
    const next = read()
    if (JSON.stringify(next) === JSON.stringify(untrack(() => value))) return
    const timer = setTimeout(() => (value = next), wait)
    return () => clearTimeout(timer)
  })
  return {
    get value() {
      return value
    },
  }
}
