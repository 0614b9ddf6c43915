import type { Screens } from '../shared'
import Request from './Request.svelte'

export const screens: Screens = {
  request: {
    component: Request,
    crumbs: ({ reference }, known) => {
      const request = known.request(reference)
      const campaign = request && known.campaign(request.campaign)
      return [
        ...(campaign
          ? [
              {
                text: campaign.title,
                to: { screen: 'requests' as const, campaign: campaign.prefix },
              },
            ]
          : []),
        { text: request?.force_name ?? reference },
      ]
    },
  },
}
