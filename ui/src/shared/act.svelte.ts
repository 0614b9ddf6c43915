import { DeskError } from '../ipc'

/** Something that is being done: whether it is under way, and why it was not done. */
export class Act {
  busy = $state(false)
  error: DeskError | undefined = $state.raw()

  /** Does it. Answers nothing where it was refused; then `error` says why. */
  async run<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.error = undefined
    try {
      return await act()
    } catch (thrown) {
      this.error = DeskError.from(thrown)
      return undefined
    } finally {
      this.busy = false
    }
  }

  clear(): void {
    this.error = undefined
  }
}
