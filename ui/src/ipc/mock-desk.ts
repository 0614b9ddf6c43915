import campaignsJson from './fixtures/campaigns.json'
import cellsJson from './fixtures/cells.json'
import detailsJson from './fixtures/details.json'
import forcesJson from './fixtures/forces.json'
import historyJson from './fixtures/history.json'
import queueJson from './fixtures/queue.json'
import requestsJson from './fixtures/requests.json'
import reviewsJson from './fixtures/reviews.json'
import senderJson from './fixtures/sender.json'
import todayJson from './fixtures/today.json'
import { campaignActs, campaignLookups } from './mock-campaigns'
import { choices } from './mock-choices'
import { letterActs, letterLookups } from './mock-letters'
import { page } from './mock-page'
import { recordActs, recordLookups } from './mock-recording'
import type * as T from './types'

/** Everything that a desk of fixtures knows. The fixtures were written by `foi --json`. */
export interface MockDesk {
  today: string
  library: T.LibraryStateKind
  notices?: string[]
  sender: T.SenderView | null
  campaigns: T.CampaignView[]
  forces: T.ForceView[]
  requests: T.RequestView[]
  details: T.RequestDetail[]
  groups: T.TodayGroup[]
  queue: T.PostingLine[]
  posted: T.PostedLine[]
  reviews: T.ReviewView[]
  history: T.OperationView[]
}

type CellRow = [string, T.Outcome, string, string[]]

const cells = new Map(
  (cellsJson as unknown as { reference: string; cells: CellRow[] }[]).map((row) => [
    row.reference,
    row.cells,
  ]),
)

/** The sample campaign on Monday 23 November 2026, well under way. */
export function sampleDesk(): MockDesk {
  return structuredClone({
    today: '2026-11-23',
    library: 'open' as const,
    sender: senderJson,
    campaigns: campaignsJson as T.CampaignView[],
    forces: forcesJson as T.ForceView[],
    requests: requestsJson as T.RequestView[],
    details: detailsJson as T.RequestDetail[],
    groups: todayJson as T.TodayGroup[],
    queue: queueJson as T.PostingLine[],
    posted: [
      {
        reference: 'HT-011/2',
        request: 'HT-011',
        force_name: 'Devon and Cornwall Police',
        kind: 'follow_up',
        left_on: '2026-11-05',
        received_on: '2026-11-05',
        receipt: 'same-day',
        words: 'by post on 5 Nov 2026, by e-mail on 5 Nov 2026; received 5 Nov 2026 (same day)',
      },
    ],
    reviews: reviewsJson as T.ReviewView[],
    history: historyJson as T.OperationView[],
  })
}

/** A desk on its first day: no library yet. */
export function emptyDesk(): MockDesk {
  return {
    ...sampleDesk(),
    library: 'none',
    sender: null,
    campaigns: [],
    requests: [],
    details: [],
    groups: [],
    queue: [],
    posted: [],
    reviews: [],
    history: [],
  }
}

function refused(field: string, message: string): T.DeskErrorFields {
  return {
    kind: 'refused',
    message,
    hint: 'Choose another; nothing was changed.',
    field,
    citation: null,
    problems: [],
  }
}

function did(desk: MockDesk, label: string): void {
  const operation = Math.max(0, ...desk.history.map((act) => act.operation)) + 1
  desk.history.unshift({
    operation,
    label,
    kind: 'record',
    recorded_at: '2026-11-23T10:42:00Z',
    undoes: null,
    undone_by: null,
    references: [],
    can_undo: true,
    why_not: null,
    offer: 'undo',
    items: [],
  })
}

function force(desk: MockDesk, id: unknown): T.ForceView {
  const found = desk.forces.find((one) => one.id === id)
  if (!found) throw refused('force', `There is no force “${String(id)}” in the register.`)
  return found
}

function request(desk: MockDesk, reference: unknown): T.RequestDetail {
  const kept = desk.details.find((one) => one.reference === reference)
  if (kept) return kept
  const view = desk.requests.find((one) => one.reference === reference)
  if (!view) throw refused('request', `There is no request ${String(reference)}.`)
  const outcomes = new Map((cells.get(view.reference) ?? []).map((cell) => [cell[0], cell]))
  const questions = desk.campaigns[0]?.questions ?? []
  return {
    ...view,
    questions: questions.map((question) => {
      const cell = outcomes.get(question.question)
      return {
        ...question,
        outcome: cell?.[1] ?? null,
        outcome_label: cell?.[2] ?? null,
        exemptions: cell?.[3] ?? [],
        exemption_titles: cell?.[3] ?? [],
        note: null,
        narrowed_on: null,
        first_text: null,
      }
    }),
    deadlines: [],
    notices: [],
    correspondence: [],
    letters: [],
  }
}

const isOpen: readonly T.Outcome[] = ['partly', 'refused', 'ncnd', 'not_held', 'not_addressed']
const isAnswer: readonly T.Outcome[] = ['answered', 'elsewhere']

function board(desk: MockDesk, prefix: unknown): T.BoardView {
  const campaign = desk.campaigns.find((one) => one.prefix === prefix)
  if (!campaign) throw refused('campaign', `There is no campaign “${String(prefix)}”.`)
  const rows = desk.requests.map((one) => ({
    ...one,
    short_name: force(desk, one.force).short_name,
    cells: (cells.get(one.reference) ?? []).map(([question, outcome, label, sections]) => ({
      question,
      outcome,
      outcome_label: label,
      sections,
      late: one.late.includes(question),
      narrowed: null,
    })),
  }))
  const given = (question: string) =>
    rows.flatMap((row) => row.cells.filter((cell) => cell.question === question))
  const count = (question: string, of: readonly T.Outcome[]) =>
    given(question).filter((cell) => of.includes(cell.outcome)).length
  return {
    campaign: campaign.prefix,
    title: campaign.title,
    questions: campaign.questions
      .filter((one) => one.role === 'counted')
      .map((one) => ({
        question: one.question,
        label: one.label,
        text: one.text,
        is_counted: true,
        answered: count(one.question, isAnswer),
        open: count(one.question, isOpen),
        counted: given(one.question).length - count(one.question, ['not_applicable']),
      })),
    rows,
  }
}

function library(desk: MockDesk): T.LibraryState {
  const words: Record<T.LibraryStateKind, [string, string] | null> = {
    open: null,
    read_only: null,
    missing: [
      'The library that was in foi-desk/library is not there.',
      'Connect its disk, or put the folder back, and try again. Nothing was made in its place.',
    ],
    not_writable: [
      'The library cannot be changed: foi-desk/library may only be read.',
      'Ask for the right to write there, or move the library’s folder to where you have it.',
    ],
    full: ['The disk that holds the library is full.', 'Make room on it and try again.'],
    none: ['There is no library in this folder yet.', 'Make one, or open another.'],
    newer: [
      'The library was written by a newer version of FOI Desk.',
      'Open it with the newer version. The file was not changed.',
    ],
    damaged: [
      'The library is damaged: its schema is not as it was written.',
      'Keep the folder as it is and go back to a copy.',
    ],
    elsewhere: ['The library is open in another window.', 'Close it there, then try again.'],
    unreachable: [
      'The folder of the library cannot be reached.',
      'Connect the drive and try again.',
    ],
  }
  return {
    kind: desk.library,
    folder: 'foi-desk/library',
    message: words[desk.library]?.[0] ?? '',
    hint: words[desk.library]?.[1] ?? '',
    notices: desk.notices ?? [],
    holder: ['elsewhere', 'read_only'].includes(desk.library)
      ? { process: 4321, computer: 'harbour', since: '2026-11-23T10:42:00Z' }
      : null,
    today: desk.today,
    today_words: 'Monday 23 November 2026',
    police_forces: desk.forces.filter((one) => one.police).length,
    campaigns: desk.campaigns.length,
    requests: desk.requests.length,
    queued: desk.queue.length,
    has_sender: desk.sender !== null,
  }
}

type Args = Record<string, unknown>
type Answers = Record<string, (desk: MockDesk, args: Args) => unknown>

const lookups: Answers = {
  choices: () => choices,
  library_state: library,
  check: (desk) => ({ clean: true, requests: desk.requests.length, findings: [] }),
  sender: (desk) => desk.sender,
  campaigns: (desk) => desk.campaigns,
  campaign: (desk, { prefix }) => desk.campaigns.find((one) => one.prefix === prefix),
  board: (desk, { campaign }) => board(desk, campaign),
  forces: (desk) => desk.forces,
  requests: (desk, { campaign }) =>
    desk.requests.filter((one) => campaign === null || one.campaign === campaign),
  request: (desk, { reference }) => request(desk, reference),
  today: (desk) => ({ today: desk.today, groups: desk.groups }),
  queue: (desk) => desk.queue,
  posted: (desk) => desk.posted,
  reviews: (desk) => desk.reviews,
  history: (desk) => desk.history,
  undo_state: (desk) => ({
    undo: desk.history.find((act) => act.can_undo)?.label ?? null,
    why_not: null,
    redo: desk.history.find((act) => act.offer === 'redo')?.label ?? null,
  }),
  letter_preview: (desk, { order }) => {
    const { what, reply_by } = order as T.LetterOrder
    const asked = what.kind === 'request' ? undefined : (cells.get(what.request) ?? [])
    const isAsked = ({ question, role }: T.QuestionOutline) =>
      asked
        ? asked.some((cell) => cell[0] === question && isOpen.includes(cell[1]))
        : role !== 'stem'
    const questions = (desk.campaigns[0]?.questions ?? []).filter(isAsked).map((one) => one.label)
    return {
      reference: what.kind === 'request' ? `${what.campaign}-001/1` : `${what.request}/2`,
      mode: what.kind === 'follow_up' ? (what.mode ?? 'B') : null,
      pages: 2,
      reply_by,
      questions,
      warnings: [],
      plain: 'Dear Sir or Madam',
    }
  },
  preview_page: (_, { scale }) => page(Number(scale)),
  letter_page: (_, { scale }) => page(Number(scale)),
}

function opened(desk: MockDesk, kind: T.LibraryStateKind): T.LibraryState {
  desk.library = kind
  return library(desk)
}

const acts: Answers = {
  open_again: library,
  open_to_read: (desk) => opened(desk, 'read_only'),
  choose_library: (desk) => opened(desk, 'open'),
  begin_anew: (desk) => opened(desk, 'none'),
  create_library: (desk, { sample }) => {
    const full = sampleDesk()
    desk.library = 'open'
    if (sample) Object.assign(desk, { campaigns: full.campaigns, sender: full.sender })
    did(desk, 'Made the library')
    return { ...library(desk), other_bodies: 12 }
  },
  set_sender: (desk, { sender }) => {
    desk.sender = sender as T.SenderView
    did(desk, `Set the sender to ${desk.sender.applicant}`)
    return desk.sender
  },
  confirm_force: (desk, args) => {
    const found = force(desk, args['force'])
    const on = String(args['on'])
    for (const part of args['parts'] as T.ContactPart[]) {
      found[`${part}_state`] = 'confirmed'
      found[`${part}_confirmed_on`] = on
    }
    did(desk, `Confirmed the contact of ${found.short_name}`)
    return found
  },
  edit_force: (desk, args) => {
    const found = force(desk, args['force'])
    const edit = args['edit'] as T.ForceEdit
    if (edit.email !== null) Object.assign(found, { email: edit.email, email_state: 'unconfirmed' })
    if (edit.name !== null) found.name = edit.name
    did(desk, `Changed the entry of ${found.short_name}`)
    return found
  },
  undo: (desk, { operation }) => {
    const act = desk.history.find((one) =>
      typeof operation === 'number' ? one.operation === operation : one.can_undo,
    )
    if (!act) throw refused('operation', 'There is nothing to take back.')
    did(desk, `Took back: ${act.label}`)
    const back = desk.history[0]
    if (back)
      Object.assign(back, { undoes: act.operation, kind: 'undo', can_undo: false, offer: null })
    Object.assign(act, { undone_by: back?.operation ?? null, can_undo: false, offer: 'redo' })
    return { operation: act.operation, label: act.label }
  },
  stop_work: () => null,
}

/** What the core would answer. A command that the desk of fixtures does not know is an error. */
export function answer(desk: MockDesk, command: string, args: Args): unknown {
  const found =
    campaignLookups[command] ??
    lookups[command] ??
    letterLookups[command] ??
    recordLookups[command] ??
    recordActs[command] ??
    campaignActs[command] ??
    acts[command] ??
    letterActs[command]
  if (!found) throw new Error(`The fixtures have no answer to “${command}”.`)
  return structuredClone(found(desk, args))
}
