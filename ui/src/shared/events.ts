import Ban from '@lucide/svelte/icons/ban'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleX from '@lucide/svelte/icons/circle-x'
import FilePen from '@lucide/svelte/icons/file-pen'
import Inbox from '@lucide/svelte/icons/inbox'
import Landmark from '@lucide/svelte/icons/landmark'
import Mail from '@lucide/svelte/icons/mail'
import MailOpen from '@lucide/svelte/icons/mail-open'
import Question from '@lucide/svelte/icons/message-circle-question-mark'
import Scale from '@lucide/svelte/icons/scale'
import Send from '@lucide/svelte/icons/send'
import StickyNote from '@lucide/svelte/icons/sticky-note'

import type { EventKind } from '../ipc'
import type { IconComponent } from './icon'

/** How an event of the correspondence looks: tinted from us, plain from them. */
export interface EventLook {
  icon: IconComponent
  from: 'us' | 'them'
}

const looks: Partial<Record<EventKind, EventLook>> = {
  letter_written: { icon: FilePen, from: 'us' },
  request_sent: { icon: Send, from: 'us' },
  letter_received: { icon: MailOpen, from: 'them' },
  delivery_failed: { icon: Ban, from: 'them' },
  resent: { icon: Send, from: 'us' },
  acknowledged: { icon: Mail, from: 'them' },
  clarification_asked: { icon: Question, from: 'them' },
  clarification_answered: { icon: Send, from: 'us' },
  reply_received: { icon: MailOpen, from: 'them' },
  chaser_sent: { icon: Send, from: 'us' },
  follow_up_sent: { icon: Send, from: 'us' },
  review_asked: { icon: Scale, from: 'us' },
  review_decided: { icon: Scale, from: 'them' },
  complaint_made: { icon: Landmark, from: 'us' },
  decision_notice: { icon: Landmark, from: 'them' },
  withdrawn: { icon: CircleX, from: 'us' },
  closed: { icon: CircleCheck, from: 'us' },
  note: { icon: StickyNote, from: 'us' },
}

export function eventLook(kind: EventKind): EventLook {
  return looks[kind] ?? { icon: Inbox, from: 'them' }
}
