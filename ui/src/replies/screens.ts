import type { Screens } from '../shared'
import RecordReply from './RecordReply.svelte'

export const screens: Screens = {
  record: {
    component: RecordReply,
    wide: true,
    crumbs: ({ reference }, known) => {
      const request = reference === undefined ? undefined : known.request(reference)
      const campaign = request && known.campaign(request.campaign)
      return [
        ...(campaign
          ? [{ text: campaign.title, to: { screen: 'board' as const, campaign: campaign.prefix } }]
          : []),
        ...(request
          ? [
              {
                text: request.force_name,
                to: { screen: 'request' as const, reference: request.reference },
              },
            ]
          : []),
        { text: 'Record a reply' },
      ]
    },
  },
}
