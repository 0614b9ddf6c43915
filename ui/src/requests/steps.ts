import CircleCheck from '@lucide/svelte/icons/circle-check'
import Clock from '@lucide/svelte/icons/clock'
import FilePen from '@lucide/svelte/icons/file-pen'
import Hourglass from '@lucide/svelte/icons/hourglass'
import Landmark from '@lucide/svelte/icons/landmark'
import Printer from '@lucide/svelte/icons/printer'
import Reply from '@lucide/svelte/icons/reply'
import Scale from '@lucide/svelte/icons/scale'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'

import type { StepKind } from '../ipc'
import type { IconComponent } from '../shared'

const icons: Record<StepKind, IconComponent> = {
  write_request: FilePen,
  send_letter: Printer,
  wait: Clock,
  chase: TriangleAlert,
  follow_up: Reply,
  ask_review: Scale,
  chase_review: Hourglass,
  complain: Landmark,
  answer_clarification: Reply,
  pay_fee: Landmark,
  appeal: Scale,
  close: CircleCheck,
  nothing: CircleCheck,
}

/** The sign of a step, the same as that of its group in Today. */
export function stepIcon(step: StepKind): IconComponent {
  return icons[step]
}
