import FilePen from '@lucide/svelte/icons/file-pen'
import Hourglass from '@lucide/svelte/icons/hourglass'
import Landmark from '@lucide/svelte/icons/landmark'
import Printer from '@lucide/svelte/icons/printer'
import Reply from '@lucide/svelte/icons/reply'
import Scale from '@lucide/svelte/icons/scale'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'

import type { CampaignView, ForceView, RequestView, StepKind, TodayGroup } from '../ipc'
import type { IconComponent } from '../shared'

/** How a group looks: its icon, and the colour of the stage that it belongs to. */
export interface GroupLook {
  icon: IconComponent
  tone: 'act' | 'late' | 'over' | 'plain' | 'print'
  /** What the button of a row says. */
  act: string
}

const looks: Partial<Record<StepKind, GroupLook>> = {
  complain: { icon: Landmark, tone: 'late', act: 'Open' },
  ask_review: { icon: Scale, tone: 'act', act: 'Ask for review' },
  follow_up: { icon: Reply, tone: 'act', act: 'Write follow-up' },
  chase_review: { icon: Hourglass, tone: 'late', act: 'Open' },
  chase: { icon: TriangleAlert, tone: 'over', act: 'Open' },
  send_letter: { icon: Printer, tone: 'print', act: 'Open queue' },
  write_request: { icon: FilePen, tone: 'plain', act: 'Write request' },
}

export function groupLook(step: StepKind): GroupLook {
  return looks[step] ?? { icon: FilePen, tone: 'plain', act: 'Open' }
}

/** The steps whose letters the desk can write for many at once. */
export function isWritable(step: StepKind): boolean {
  return step === 'follow_up' || step === 'ask_review' || step === 'write_request'
}

const some = (count: number, one: string, many: string) =>
  count === 1 ? `the ${one}` : `${count} ${many}`

/** What the button of the group says; nothing where there is none. */
export function groupAct(step: StepKind, count: number): string | undefined {
  switch (step) {
    case 'follow_up':
      return `Write ${some(count, 'follow-up', 'follow-ups')}`
    case 'ask_review':
      return `Write ${some(count, 'review request', 'review requests')}`
    case 'write_request':
      return `Write ${some(count, 'request', 'requests')}`
    case 'send_letter':
      return 'Open print queue'
    case 'chase':
    case 'chase_review':
    case 'complain':
    case 'wait':
    case 'nothing':
      return undefined
  }
}

/** Up to four rows are shown; of more, three and the names of the others. */
export function folded(group: TodayGroup, isOpen: boolean): { shown: number; rest: string[] } {
  if (isOpen || group.requests.length <= 4) return { shown: group.requests.length, rest: [] }
  return { shown: 3, rest: group.requests.slice(3).map((one) => one.force_name) }
}

/** The police forces to which a campaign has not been written. */
export function notWrittenTo(
  campaign: CampaignView,
  forces: ForceView[],
  requests: RequestView[],
): ForceView[] {
  const has = new Set(
    requests.filter((one) => one.campaign === campaign.prefix).map((one) => one.force),
  )
  return forces.filter((one) => one.police && one.not_subject === null && !has.has(one.id))
}

/** A day to come, and what is due on it. */
export interface ComingDay {
  date: string
  items: { reference: string; force: string; words: string }[]
}

/** What is due on the next days, of all requests, in order of the day. */
export function comingUp(
  requests: RequestView[],
  forces: ForceView[],
  today: string,
  days: number,
): ComingDay[] {
  const names = new Map(forces.map((force) => [force.id, force.short_name]))
  const byDay = new Map<string, ComingDay>()
  for (const request of requests) {
    const step = request.next_steps[0]
    if (!step?.until || step.until < today) continue
    const day = byDay.get(step.until) ?? { date: step.until, items: [] }
    const label = step.step === 'wait' ? request.stage_label : step.label.replace(/ \(.*\)$/, '')
    const words = label.charAt(0).toLowerCase() + label.slice(1)
    const force = names.get(request.force) ?? request.force_name
    day.items.push({ reference: request.reference, force, words })
    byDay.set(step.until, day)
  }
  return [...byDay.values()].sort((one, other) => (one.date < other.date ? -1 : 1)).slice(0, days)
}
