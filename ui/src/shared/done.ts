import { core, DeskError } from '../ipc'
import { toasts } from './toasts.svelte'

/**
 * Says what was just done. Its Undo takes back that very act, though others may have followed: the one
 * of the number given, else the last in the history.
 */
export async function sayDone(message: string, act: number | null = null): Promise<void> {
  const operation = act ?? (await lastAct())
  toasts.show(message, async () => {
    try {
      const undone = await core.undo(operation)
      toasts.show(`Undone: ${undone.label}`)
    } catch (thrown) {
      const error = DeskError.from(thrown)
      toasts.show(`${error.message} ${error.hint}`)
    }
  })
}

function lastAct(): Promise<number | null> {
  return core.history().then(
    (acts) => acts[0]?.operation ?? null,
    () => null,
  )
}
