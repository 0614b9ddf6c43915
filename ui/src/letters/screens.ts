import type { Screens } from '../shared'
import PrintQueue from './PrintQueue.svelte'
import WriteLetter from './WriteLetter.svelte'

export const screens: Screens = {
  write: {
    component: WriteLetter,
    wide: true,
    crumbs: ({ reference }, known) => {
      const request = known.request(reference)
      const campaign = request && known.campaign(request.campaign)
      return [
        ...(campaign
          ? [{ text: campaign.title, to: { screen: 'board' as const, campaign: campaign.prefix } }]
          : []),
        { text: request?.force_name ?? reference, to: { screen: 'request', reference } },
        { text: 'Write a letter' },
      ]
    },
  },
  queue: { component: PrintQueue, crumbs: () => [{ text: 'Print queue' }] },
}
