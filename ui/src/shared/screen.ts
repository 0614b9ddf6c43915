import type { Component } from 'svelte'

import type { CampaignView, RequestView } from '../ipc'
import type { Route, Routes, ScreenName } from './navigation.svelte'

/** A step of the way to a screen, shown in the top bar. */
export interface Crumb {
  text: string
  to?: Route
}

/** What the frame knows when it writes the way to a screen. */
export interface Known {
  campaign: (prefix: string) => CampaignView | undefined
  request: (reference: string) => RequestView | undefined
}

/** A screen of the window. */
export interface Screen<Name extends ScreenName> {
  component: Component<Routes[Name]>
  crumbs: (params: Routes[Name], known: Known) => Crumb[]
  /** Whether it needs the width, so that the sidebar folds by itself. */
  wide?: boolean
}

/** The screens that a feature brings. Its `screens.ts` exports them as `screens`. */
export type Screens = { [Name in ScreenName]?: Screen<Name> }
