import type { Screens } from '../shared'
import Board from './Board.svelte'
import Requests from './Requests.svelte'

export const screens: Screens = {
  board: {
    component: Board,
    wide: true,
    crumbs: ({ campaign }, known) => [
      { text: known.campaign(campaign)?.title ?? campaign },
      { text: 'Board' },
    ],
  },
  requests: {
    component: Requests,
    crumbs: ({ campaign }, known) => [
      { text: known.campaign(campaign)?.title ?? campaign },
      { text: 'Requests' },
    ],
  },
}
