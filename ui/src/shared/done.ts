import { core, DeskError } from '../ipc'
import { toasts } from './toasts.svelte'

/** Says what was just done. Its Undo takes back that very act, though others may have followed. */
export async function sayDone(message: string): Promise<void> {
  const operation = await core.history().then(
    (acts) => acts[0]?.operation ?? null,
    () => null,
  )
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
