/** What each screen must be told. */
export interface Routes {
  /** Stands in place of the whole window while there is no library. */
  'first-run': Record<never, never>
  'new-campaign': Record<never, never>
  /** Who writes. */
  sender: Record<never, never>
  today: Record<never, never>
  board: { campaign: string }
  requests: { campaign: string }
  /** Where an act is named, the correction of what it recorded opens. */
  request: { reference: string; act?: number }
  write: { reference: string }
  queue: Record<never, never>
  decide: { reference: string }
  /** A reply that was recorded wrongly may be named, by its event. */
  record: { reference?: string; corrects?: number }
  reviews: Record<never, never>
  forces: { force?: string }
  history: Record<never, never>
}

export type ScreenName = keyof Routes

export type Route = { [K in ScreenName]: { screen: K } & Routes[K] }[ScreenName]

/** Where the window was, is, and can go forward to. It is kept in memory only. */
class Navigation {
  #trail: Route[] = $state.raw([{ screen: 'today' }])
  #at = $state(0)

  get route(): Route {
    return this.#trail[this.#at] ?? { screen: 'today' }
  }

  get canGoBack(): boolean {
    return this.#at > 0
  }

  get canGoForward(): boolean {
    return this.#at < this.#trail.length - 1
  }

  go(route: Route): void {
    if (isSame(route, this.route)) return
    this.#trail = [...this.#trail.slice(0, this.#at + 1), route].slice(-100)
    this.#at = this.#trail.length - 1
  }

  back(): void {
    if (this.canGoBack) this.#at -= 1
  }

  forward(): void {
    if (this.canGoForward) this.#at += 1
  }

  /** Begins anew, as after another library was opened. */
  restart(route: Route = { screen: 'today' }): void {
    this.#trail = [route]
    this.#at = 0
  }
}

export const navigation = new Navigation()

export function navigate(route: Route): void {
  navigation.go(route)
}

function isSame(one: Route, other: Route): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
