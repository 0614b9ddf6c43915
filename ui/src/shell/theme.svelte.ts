/** How the window looks: as the system says, or as the person says. */
export type Theme = 'system' | 'light' | 'dark'

const place = 'foi-desk.theme'
const order: readonly Theme[] = ['system', 'light', 'dark']

/** The choice is kept with the window, not in the library: another computer has its own. */
class Appearance {
  #theme: Theme = $state('system')

  get theme(): Theme {
    return this.#theme
  }

  /** The one that comes next in the round. */
  get next(): Theme {
    return order[(order.indexOf(this.#theme) + 1) % order.length] ?? 'system'
  }

  /** Takes up what was chosen the last time. */
  restore(): void {
    const kept = readKept()
    this.#show(order.find((one) => one === kept) ?? 'system')
  }

  choose(theme: Theme): void {
    this.#show(theme)
    keep(theme)
  }

  #show(theme: Theme): void {
    this.#theme = theme
    const { dataset } = document.documentElement
    // With no attribute the style sheet asks the system.
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }
}

/* Where nothing can be kept, the choice holds until the window is closed. */
function readKept(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(place)
    else localStorage.setItem(place, theme)
  } catch {
    // Nothing is lost but the choice.
  }
}

export const appearance = new Appearance()
