import { core, type DeskError } from '../ipc'
import { Act, navigate, navigation, sayDone, type Route } from '../shared'
import { CampaignDraft, SenderDraft, type Fault, type Start } from './draft.svelte'

/**
 * What is typed on the first day. It outlives the first screen: once the library is made the window
 * shows its frame, and whatever is refused after that is put right there, with nothing typed twice.
 */
class Begin {
  start: Start = $state('sample')
  sender = $state.raw(new SenderDraft())
  campaign = $state.raw(new CampaignDraft())
  faults: Fault[] = $state.raw([])
  readonly act = new Act()
  /** Whether the sender that was typed is still to be kept. */
  #isSenderPending = false

  /** Makes the library with what was typed. The faults are looked for before. */
  async open(): Promise<void> {
    this.#isSenderPending = !this.sender.isBlank
    const made = await this.act.run(() => core.createLibrary(this.start === 'sample'))
    if (!made) return
    const screen = this.start === 'own' ? 'new-campaign' : 'today'
    navigation.restart({ screen } as Route)
    if (this.start === 'own') await this.makeCampaign()
    else if (this.#isSenderPending) await this.keepSender()
  }

  /** Makes the campaign in the library that there is. */
  async makeCampaign(): Promise<void> {
    const made = await this.act.run(async () => {
      await this.#keepPendingSender()
      return await core.newCampaign(this.campaign.input)
    })
    if (!made) return
    this.campaign = new CampaignDraft()
    this.faults = []
    navigate({ screen: 'today' })
    await sayDone(`Made the campaign ${made.prefix}: ${made.title}`)
  }

  async keepSender(): Promise<boolean> {
    this.#isSenderPending = true
    const kept = await this.act.run(async () => {
      await this.#keepPendingSender()
      return true
    })
    if (!kept && navigation.route.screen !== 'sender') navigate({ screen: 'sender' })
    return kept === true
  }

  async #keepPendingSender(): Promise<void> {
    if (!this.#isSenderPending) return
    await core.setSender(this.sender.view)
    this.#isSenderPending = false
  }

  /** Whether what was typed about the sender waits to be kept. */
  get isSenderPending(): boolean {
    return this.#isSenderPending
  }

  reset(): void {
    this.start = 'sample'
    this.sender = new SenderDraft()
    this.campaign = new CampaignDraft()
    this.faults = []
    this.#isSenderPending = false
    this.act.clear()
  }
}

export const begin = new Begin()

/** What is wrong, by the field: what was found here, and what the core refused. */
export function byField(faults: Fault[], error: DeskError | undefined): Record<string, string> {
  const found = Object.fromEntries(faults.map((one) => [one.id, one.message]))
  if (error?.field) found[error.field] ??= `${error.message} ${error.hint}`.trim()
  return found
}
