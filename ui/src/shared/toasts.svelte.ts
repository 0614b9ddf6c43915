/** A short message that something was done, with the way back. Never for errors. */
export interface Toast {
  id: number
  message: string
  /** Takes it back; without it no button is shown. */
  undo?: () => void | Promise<void>
}

class Toasts {
  current: Toast | undefined = $state.raw()
  #last = 0

  show(message: string, undo?: () => void | Promise<void>): void {
    this.#last += 1
    this.current = { id: this.#last, message, ...(undo ? { undo } : {}) }
  }

  clear(): void {
    this.current = undefined
  }
}

export const toasts = new Toasts()
