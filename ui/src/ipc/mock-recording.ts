import campaignsJson from './fixtures/campaigns.json'
import type { MockDesk } from './mock-desk'
import type * as T from './types'

/* What the fixtures answer where something is recorded beside a reply. No days are counted here. */

type Answers = Record<string, (desk: MockDesk, args: Record<string, unknown>) => unknown>

function refused(field: string, message: string, hint: string): T.DeskErrorFields {
  return { kind: 'refused', message, hint, field, citation: null, problems: [] }
}

function request(desk: MockDesk, reference: unknown): T.RequestView {
  const wanted = String(reference).split('/')[0]
  const found = desk.requests.find((one) => one.reference === wanted)
  if (!found) throw refused('request', `There is no request ${String(reference)}.`, 'Choose one.')
  return found
}

function effect(desk: MockDesk, reference: unknown, after: Partial<T.Effect>): T.Effect {
  const before = request(desk, reference)
  const deadlines = desk.details.find((one) => one.reference === before.reference)?.deadlines ?? []
  return {
    stage_before: before.stage,
    stage_before_label: before.stage_label,
    stage_after: before.stage,
    stage_after_label: before.stage_label,
    answered_before: before.answered,
    answered_after: before.answered,
    counted_after: before.counted,
    deadlines_before: deadlines,
    deadlines_after: deadlines,
    arrivals: [],
    next_step_after: before.next_step,
    not_listed: [],
    notices: [],
    ...after,
  }
}

function happening(desk: MockDesk, reference: unknown, what: T.Happening): T.Effect {
  switch (what.kind) {
    case 'received': {
      const arrivals = [
        {
          letter: String(reference),
          before: 'deemed 20 October 2026',
          after: `actual ${what.on}`,
        },
      ]
      return effect(desk, reference, { arrivals })
    }
    case 'ended':
      return effect(desk, reference, {
        stage_after: what.ending,
        stage_after_label: what.ending === 'closed' ? 'Closed' : 'Withdrawn',
        next_step_after: 'Nothing more is to be done.',
      })
    case 'acknowledged':
    case 'noted':
    case 'course':
      return effect(desk, reference, {})
  }
}

function recorded(desk: MockDesk, reference: unknown, label: string): T.Recorded {
  const found = request(desk, reference)
  const operation = Math.max(0, ...desk.history.map((act) => act.operation)) + 1
  const recorded_at = '2026-11-23T10:42:00Z'
  desk.history.unshift({
    operation,
    label: `${label} ${found.reference}`,
    kind: 'record',
    recorded_at,
    undoes: null,
    undone_by: null,
    references: [found.reference],
    can_undo: true,
    why_not: null,
    offer: 'undo',
    items: [],
  })
  return { operation, event: 200, request: found, not_listed: [], notices: [] }
}

function field(
  name: T.FieldView['field'],
  label: string,
  needed = false,
  choices: T.FieldChoice[] = [],
): T.FieldView {
  return { field: name, label, needed, choices }
}

const channels = [
  { code: 'post', label: 'post' },
  { code: 'email', label: 'e-mail' },
]
const classes = [
  { code: 'first', label: 'first class' },
  { code: 'second', label: 'second class' },
]

const courseKinds: T.CourseKind[] = [
  {
    kind: 'fees_notice',
    label: 'Fees notice',
    group: 'From the force',
    hint: 'No time for an answer runs until the fee is received.',
    day: 'Their letter is dated',
    fields: [
      field('received', 'Received'),
      field('their_reference', 'Their reference'),
      field('questions', 'Only about these questions'),
    ],
  },
  {
    kind: 'narrowed',
    label: 'Narrowed',
    group: 'From us, not written here',
    hint: 'A new request for the questions as narrowed, with a time of its own.',
    day: 'It left on',
    fields: [
      field('channel', 'How it left', true, channels),
      field('class', 'Class of post', false, classes),
      field('received', 'Received'),
      field('wording', 'The questions as narrowed', true),
    ],
  },
]

export const recordLookups: Answers = {
  course_kinds: () => courseKinds,
  read_date: (_, { field, text }) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(String(text))) return text
    throw refused(
      String(field),
      `“${String(text)}” is not how dates are written here.`,
      'Write dates as year-month-day, 2026-05-01.',
    )
  },
  record_effect: (desk, args) =>
    happening(desk, args['reference'], args['happening'] as T.Happening),
  decision_effect: (desk, { decision }) =>
    effect(desk, (decision as T.ReviewDecisionInput).request, {
      next_step_after: 'Complain to the Commissioner by 4 January 2027.',
    }),
  save_file: () => '/home/rosa/Documents/Response.pdf',
  open_file: () => null,
}

export const recordActs: Answers = {
  record: (desk, { reference }) => recorded(desk, reference, 'Recorded something on'),
  record_review_decided: (desk, { decision }) =>
    recorded(desk, (decision as T.ReviewDecisionInput).request, 'Recorded the review of'),
  record_correction: (desk, { correction }) => {
    const { request: reference, outcomes } = correction as T.CorrectionInput
    const done = recorded(desk, reference, 'Corrected an outcome of')
    const questions = desk.details.find((one) => one.reference === reference)?.questions ?? []
    for (const { question, outcome } of outcomes) {
      const found = questions.find((one) => one.question === question)
      if (found) Object.assign(found, { outcome, outcome_label: outcome })
    }
    return done
  },
  add_sample_campaign: (desk) => {
    if (desk.campaigns.some((one) => one.prefix === 'HT'))
      throw refused('prefix', 'There is a campaign with the prefix HT already.', 'Choose another.')
    desk.campaigns.push(
      ...(campaignsJson as T.CampaignView[]).map((one) => ({ ...one, sample: true })),
    )
    return desk.campaigns.at(-1)
  },
}
