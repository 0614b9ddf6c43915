import type { Screens } from '../shared'
import Today from './Today.svelte'

export const screens: Screens = {
  today: { component: Today, crumbs: () => [{ text: 'Today' }] },
}
