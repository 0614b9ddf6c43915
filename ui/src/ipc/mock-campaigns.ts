import type { MockDesk } from './mock-desk'
import type * as T from './types'

/* What the fixtures answer where a campaign is made and sent out, and a body is added. */

type Answers = Record<string, (desk: MockDesk, args: Record<string, unknown>) => unknown>

const question = (number: string, part: string | undefined, text: string): T.QuestionOutline => ({
  question: number + (part ?? ''),
  label: part ? `${number}(${part})` : number,
  role: 'counted',
  text,
})

/** Reads “1. …” and “(a) …”; any other line goes on with the one before it. */
function outline(text: string): T.OutlineView {
  const questions: T.QuestionOutline[] = []
  const problems: T.InputProblem[] = []
  let number = '0'
  text.split('\n').forEach((line, at) => {
    const whole = /^\s*(\d+)\.\s+(.*)$/.exec(line)
    const part = /^\s*\(([a-z])\)\s+(.*)$/.exec(line)
    const last = questions.at(-1)
    const fault = (message: string, hint: string) =>
      problems.push({ line: at + 1, column: null, field: null, message, hint })
    if (whole) {
      const wanted = String(Number(number) + 1)
      if (whole[1] !== wanted)
        fault(`The number after ${number} is ${whole[1] ?? ''}.`, `Number it ${wanted}.`)
      number = whole[1] ?? wanted
      questions.push(question(number, undefined, whole[2] ?? ''))
    } else if (part) {
      if (last && last.question === number) last.role = 'stem'
      questions.push(question(number, part[1], part[2] ?? ''))
    } else if (line.trim() && last) last.text += ` ${line.trim()}`
    else if (line.trim()) fault('No question has begun here.', 'Begin with “1.” and the question.')
  })
  if (questions.length === 0 && problems.length === 0)
    problems.push({
      line: 1,
      column: null,
      field: null,
      message: 'There is no question in the text.',
      hint: 'Write each as “1.” and the question.',
    })
  const sound = problems.length === 0
  return {
    questions: sound ? questions : [],
    counted: sound ? questions.filter((one) => one.role === 'counted').length : 0,
    note: null,
    problems,
  }
}

function refused(field: string, message: string, hint: string): T.DeskErrorFields {
  return { kind: 'refused', message, hint, field, citation: null, problems: [] }
}

function did(desk: MockDesk, label: string, items: T.BatchItem[] = []): void {
  const operation = Math.max(0, ...desk.history.map((act) => act.operation)) + 1
  const recorded_at = '2026-11-23T10:42:00Z'
  desk.history.unshift({
    operation,
    label,
    kind: items.length > 0 ? 'letter' : 'campaign',
    recorded_at,
    undoes: null,
    undone_by: null,
    references: items.flatMap((item) => item.reference ?? []),
    can_undo: true,
    why_not: null,
    offer: 'undo',
    items,
  })
}

function newRequest(reference: string, campaign: string, force: T.ForceView): T.RequestView {
  return {
    reference,
    campaign,
    force: force.id,
    force_name: force.name,
    regime: force.regime ?? 'foia',
    stage: 'not_sent',
    stage_label: 'Not sent',
    due: null,
    next_step: 'Send the letter.',
    next_steps: [],
    answered: 0,
    counted: 13,
    sent_on: null,
    received_on: null,
    receipt: null,
    response_due: null,
    late: [],
    review_request_due: null,
    their_reference: null,
    queued: [`${reference}/1`],
    problems: [],
  }
}

function send(desk: MockDesk, order: T.SendOrder): T.SendReport {
  const campaign = desk.campaigns.find((one) => one.prefix === order.campaign)
  if (!campaign) throw refused('campaign', `There is no campaign “${order.campaign}”.`, '')
  const has = new Set(
    desk.requests.filter((one) => one.campaign === order.campaign).map((one) => one.force),
  )
  const written = desk.forces
    .filter((one) => (order.forces.length > 0 ? order.forces.includes(one.id) : one.police))
    .filter((one) => !has.has(one.id))
    .map((one): T.WrittenLetter => {
      const number = desk.requests.filter((other) => other.campaign === order.campaign).length + 1
      const reference = `${order.campaign}-${String(number).padStart(3, '0')}`
      desk.requests.push(newRequest(reference, order.campaign, one))
      desk.queue.push({
        reference: `${reference}/1`,
        force: one.id,
        force_name: one.name,
        kind: 'request',
        dated: order.dated,
        pages: 2,
        address: one.address,
        address_state: one.address_state,
        printed: one.address_state !== 'missing',
        remark: null,
        campaign: order.campaign,
        campaign_title: campaign.title,
        starts: 'Reply 23 Dec',
        post_by: null,
      })
      return {
        reference: `${reference}/1`,
        force: one.id,
        kind: 'request',
        mode: null,
        pages: 2,
        file: null,
        warnings: [],
      }
    })
  campaign.requests = desk.requests.filter((one) => one.campaign === order.campaign).length
  const items = written.map((letter): T.BatchItem => ({
    subject: letter.force,
    reference: letter.reference,
    state: 'done',
    reason: null,
  }))
  desk.groups.push({
    step: 'send_letter',
    label: 'Send the letter',
    requests: written.map((letter) => ({
      reference: letter.reference.split('/')[0] ?? '',
      campaign: order.campaign,
      campaign_title: desk.campaigns.find((one) => one.prefix === order.campaign)?.title ?? '',
      force: letter.force,
      force_name: desk.forces.find((one) => one.id === letter.force)?.short_name ?? '',
      stage: 'not_sent',
      stage_label: 'Not sent',
      due: null,
      working_days_left: null,
      state: null,
      state_words: null,
      is_soon: false,
      date_words: null,
      open_words: null,
      reason: `${letter.reference} is written and has not left; no clock runs yet.`,
      until: null,
      citation: null,
      mode: null,
      post_by: null,
    })),
  })
  did(desk, `Wrote ${written.length} requests of ${order.campaign}`, items)
  return { operation: desk.history[0]?.operation ?? null, written, items, notices: [] }
}

export const campaignLookups: Answers = {
  read_questions: (_, { text }) => outline(String(text)),
}

export const campaignActs: Answers = {
  new_campaign: (desk, args) => {
    const input = args['campaign'] as T.NewCampaignInput
    const prefix = input.prefix.toUpperCase()
    if (desk.campaigns.some((one) => one.prefix === prefix))
      throw refused(
        'prefix',
        `There is a campaign with the prefix ${prefix} already.`,
        'Choose another: references must not be given twice.',
      )
    const read = outline(input.questions)
    const made: T.CampaignView = {
      prefix,
      title: input.title,
      periods: input.periods,
      sample: false,
      counted: read.counted,
      requests: 0,
      questions: read.questions,
      note: null,
      note_printed: input.print_note,
      sources: [],
      notices: [],
    }
    desk.campaigns.push(made)
    did(desk, `Made the campaign ${prefix} “${input.title}”`)
    return made
  },
  send: (desk, { order }) => send(desk, order as T.SendOrder),
  add_force: (desk, args) => {
    const body = args['force'] as T.NewForce
    if (desk.forces.some((one) => one.id === body.id))
      throw refused('id', `There is a force “${body.id}” already.`, 'Choose another name.')
    const added: T.ForceView = {
      id: body.id,
      name: body.name,
      short_name: body.short_name ?? body.name,
      welsh_name: null,
      nation: body.nation,
      regime: body.regime as T.Regime,
      kind: body.kind,
      police: false,
      not_subject: null,
      legal_authority: null,
      website: body.edit.website,
      address: body.edit.address?.split(', ') ?? [],
      postcode: null,
      address_state: body.edit.address ? 'unconfirmed' : 'missing',
      address_confirmed_on: null,
      email: body.edit.email,
      email_state: body.edit.email ? 'unconfirmed' : 'missing',
      email_confirmed_on: null,
      source: 'added by hand',
      confidence: 'added by hand',
    }
    desk.forces.push(added)
    did(desk, `Added ${body.name} to the register`)
    return added
  },
  redo: (desk) => {
    const undone = desk.history.find((act) => act.undone_by !== null)
    if (!undone) throw refused('operation', 'There is nothing to do again.', '')
    undone.undone_by = null
    did(desk, `Redo: ${undone.label}`)
    return { operation: undone.operation, label: undone.label }
  },
}
