import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleX from '@lucide/svelte/icons/circle-x'
import Clock from '@lucide/svelte/icons/clock'
import FilePen from '@lucide/svelte/icons/file-pen'
import Hourglass from '@lucide/svelte/icons/hourglass'
import Landmark from '@lucide/svelte/icons/landmark'
import Mail from '@lucide/svelte/icons/mail'
import Reply from '@lucide/svelte/icons/reply'
import Scale from '@lucide/svelte/icons/scale'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'

import type { Stage } from '../ipc'
import type { IconComponent } from './icon'

/** How a stage looks. Its word comes from the core. */
export interface StageLook {
  icon: IconComponent
  /** Which of the five steps: asked, replied, followed up, review, Commissioner. */
  step: number
  /** Solid means that the next move is yours; tinted, theirs. */
  yours: boolean
  /** The short word of the board, where it is not the long one. */
  short?: string
}

const looks: Record<Stage, StageLook> = {
  not_sent: { icon: FilePen, step: 0, yours: false },
  awaiting: { icon: Clock, step: 1, yours: false, short: 'Awaiting' },
  overdue: { icon: TriangleAlert, step: 1, yours: true },
  to_follow_up: { icon: Reply, step: 2, yours: true, short: 'Follow up' },
  followed_up: { icon: Mail, step: 3, yours: false },
  in_review: { icon: Scale, step: 4, yours: false },
  review_late: { icon: Hourglass, step: 4, yours: true },
  clarification_asked: { icon: Reply, step: 1, yours: true, short: 'To clarify' },
  fees_asked: { icon: Landmark, step: 1, yours: true },
  extended: { icon: Clock, step: 1, yours: false },
  with_commissioner: { icon: Landmark, step: 5, yours: false, short: 'Commissioner' },
  decision_notice: { icon: Scale, step: 5, yours: true, short: 'Decision' },
  on_appeal: { icon: Scale, step: 5, yours: false },
  complete: { icon: CircleCheck, step: 5, yours: false },
  closed: { icon: CircleX, step: 5, yours: false },
  withdrawn: { icon: CircleX, step: 5, yours: false },
}

export function stageLook(stage: Stage): StageLook {
  return looks[stage]
}

/** Every stage in its order, for filters. */
export const stageOrder = Object.keys(looks) as readonly Stage[]
