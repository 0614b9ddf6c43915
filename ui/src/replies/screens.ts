import type { Screens } from '../shared'
import DecisionForm from './DecisionForm.svelte'
import RecordReply from './RecordReply.svelte'

export const screens: Screens = {
  decide: {
    component: DecisionForm,
    wide: true,
    crumbs: ({ reference }, known) => {
      const request = known.request(reference)
      return [
        { text: 'Reviews', to: { screen: 'reviews' } },
        ...(request
          ? [{ text: request.force_name, to: { screen: 'request' as const, reference } }]
          : []),
        { text: 'Record the decision' },
      ]
    },
  },
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
