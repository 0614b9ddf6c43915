import type { Screens } from '../shared'
import FirstRun from './FirstRun.svelte'
import NewCampaign from './NewCampaign.svelte'
import Sender from './Sender.svelte'

export const screens: Screens = {
  'first-run': { component: FirstRun, crumbs: () => [{ text: 'Welcome' }] },
  'new-campaign': { component: NewCampaign, crumbs: () => [{ text: 'New campaign' }] },
  sender: { component: Sender, crumbs: () => [{ text: 'Who writes' }] },
}
