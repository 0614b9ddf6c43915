import type { Screens } from '../shared'
import Reviews from './Reviews.svelte'

export const screens: Screens = {
  reviews: { component: Reviews, wide: true, crumbs: () => [{ text: 'Reviews' }] },
}
