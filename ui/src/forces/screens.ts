import type { Screens } from '../shared'
import Forces from './Forces.svelte'

export const screens: Screens = {
  forces: { component: Forces, crumbs: () => [{ text: 'Forces' }] },
}
