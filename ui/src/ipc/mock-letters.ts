import type { MockDesk } from './mock-desk'
import type * as T from './types'

/* What the fixtures answer where letters leave and replies come. No days are counted here. */

type Answers = Record<string, (desk: MockDesk, args: Record<string, unknown>) => unknown>

const requestOf = (letter: string) => letter.split('/')[0] ?? letter

function lines(desk: MockDesk, { all, references }: T.SendingOrder): T.PostingLine[] {
  return desk.queue.filter((line) => all || references.includes(requestOf(line.reference)))
}

function sending(desk: MockDesk, order: T.SendingOrder): T.SendingReport {
  const email = order.departure.by !== 'post'
  const clocks = lines(desk, order).flatMap((line): T.StartedClock[] => {
    const received = {
      letter: line.reference,
      received_on: email ? order.on : '2026-11-25',
      receipt: (email ? 'same-day' : 'deemed') as T.ReceiptBasis,
    }
    const limit = (limit: T.ClockKind, limit_label: string, due: string, working: string) => ({
      ...received,
      limit,
      limit_label,
      due,
      working,
    })
    return line.kind === 'request'
      ? [
          limit(
            'response',
            'reply to the request',
            '2026-12-24',
            '20 working days from 25 November 2026.',
          ),
        ]
      : [
          limit(
            'review',
            'outcome of the internal review',
            '2026-12-24',
            '20 working days from 25 November 2026.',
          ),
          limit(
            'review-extended',
            'longest time for an internal review',
            '2027-01-26',
            '40 working days from 25 November 2026.',
          ),
        ]
  })
  return {
    operation: null,
    on: order.on,
    clocks,
    items: lines(desk, order).map(({ reference }) => ({
      subject: reference,
      reference,
      state: 'done',
      reason: null,
    })),
  }
}

function request(desk: MockDesk, reference: string): T.RequestView {
  const found = desk.requests.find((one) => one.reference === reference)
  if (!found) throw new Error(`There is no request ${reference}.`)
  return found
}

export const letterLookups: Answers = {
  sending_preview: (desk, { order }) => sending(desk, order as T.SendingOrder),
  reply_effect: (desk, args) => {
    const reply = args['reply'] as T.ReplyInput
    const before = request(desk, reply.request)
    const deadlines = desk.details.find((one) => one.reference === reply.request)?.deadlines ?? []
    const answers = reply.outcomes.filter(({ outcome }) =>
      ['answered', 'elsewhere'].includes(outcome),
    )
    const dropped = reply.outcomes.filter(({ outcome }) => outcome === 'not_applicable')
    return {
      stage_before: before.stage,
      stage_before_label: before.stage_label,
      stage_after: 'to_follow_up',
      stage_after_label: 'To follow up',
      answered_before: before.answered,
      answered_after: answers.length,
      counted_after: before.counted - dropped.length,
      deadlines_before: deadlines,
      deadlines_after: deadlines,
      arrivals: [],
      next_step_after: 'Ask for an internal review by 25 January 2027.',
      not_listed: [],
      notices: reply.outcomes
        .filter(({ outcome, sections }) => outcome === 'refused' && sections.trim() === '')
        .map(
          ({ question }) =>
            `Question ${question} is refused and no section is named: a refusal names it (section 17(1)).`,
        ),
    }
  },
  choose_files: () => ['/home/rosa/Downloads/Response 01-FOI-26-051447.pdf'],
  show_print_job: () => null,
  save_letter: () => null,
}

export const letterActs: Answers = {
  write_letters: (desk, { order }) => {
    const { what, which, dated } = order as T.WriteOrder
    const step = what.kind === 'review' ? 'ask_review' : 'follow_up'
    const due = desk.groups.find((group) => group.step === step)?.requests ?? []
    const references = which.kind === 'named' ? which.references : due.map((one) => one.reference)
    const written = references.map((reference): T.WrittenLetter => {
      const found = request(desk, reference)
      const letter = `${reference}/2`
      const home = desk.forces.find((one) => one.id === found.force)
      desk.queue.push({
        reference: letter,
        force: found.force,
        force_name: found.force_name,
        kind: what.kind,
        dated,
        pages: 2,
        address: home?.address ?? [],
        address_state: home?.address_state ?? 'missing',
        printed: true,
        remark: null,
        campaign: found.campaign,
        campaign_title:
          desk.campaigns.find((one) => one.prefix === found.campaign)?.title ?? found.campaign,
        starts: 'None',
        post_by: null,
      })
      return {
        reference: letter,
        force: found.force,
        kind: what.kind,
        mode: what.kind === 'follow_up' ? (what.mode ?? 'B') : null,
        pages: 2,
        file: null,
        warnings: [],
      }
    })
    const items = written.map(({ reference }) => ({
      subject: reference,
      reference,
      state: 'done' as const,
      reason: null,
    }))
    return { operation: desk.history[0]?.operation ?? null, written, items, notices: [] }
  },
  mark_sent: (desk, { order }) => {
    const report = sending(desk, order as T.SendingOrder)
    const left = new Set(report.items.map((item) => item.reference))
    desk.queue = desk.queue.filter((line) => !left.has(line.reference))
    return report
  },
  record_reply: (desk, args) => {
    const reply = args['reply'] as T.ReplyInput
    const found = request(desk, reply.request)
    Object.assign(found, { stage: 'to_follow_up', stage_label: 'To follow up' })
    return { event: 200, request: found, not_listed: [], notices: [] }
  },
  print: (desk) => ({
    job: `/home/rosa/Documents/${desk.queue.length} letters of ${desk.today}.pdf`,
    posting_list: `/home/rosa/Documents/${desk.queue.length} letters of ${desk.today}.posting-list.csv`,
    letters: desk.queue.filter((line) => line.printed).length,
    pages: desk.queue.reduce((sum, line) => sum + line.pages, 0),
    lines: desk.queue,
  }),
}
