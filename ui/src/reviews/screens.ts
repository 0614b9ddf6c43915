import type { Screens } from '../shared'
import Reviews from './Reviews.svelte'

export const screens: Screens = {
  reviews: { component: Reviews, crumbs: () => [{ text: 'Reviews' }] },
}
