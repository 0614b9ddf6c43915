import { clearMocks } from '@tauri-apps/api/mocks'
import { cleanup } from '@testing-library/svelte'
import { afterEach, vi } from 'vitest'

// What the page asks of a browser and the test document does not have.
if (typeof window !== 'undefined') {
  window.matchMedia ??= vi.fn((query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }))
  globalThis.ResizeObserver ??= class {
    observe = () => undefined
    unobserve = () => undefined
    disconnect = () => undefined
  }
  Element.prototype.scrollIntoView ??= () => undefined
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
  }

  afterEach(async () => {
    cleanup()
    // What ceases to listen does so a turn later, and still needs the mock.
    await Promise.resolve()
    await Promise.resolve()
    clearMocks()
  })
}
