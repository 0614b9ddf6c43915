import type { Screens } from '../shared'
import History from './History.svelte'

export const screens: Screens = {
  history: { component: History, crumbs: () => [{ text: 'History' }] },
}
