import type { CourseField, CourseKind, FieldView, Happening, Told } from '../ipc'
import { TypedDate } from '../shared'

/** The fields that are a word or a choice. */
type Words = Exclude<CourseField, 'received' | 'names' | 'questions' | 'wording'>

/** The kinds by the group under which they are offered, in the core's order. */
export function grouped(kinds: CourseKind[]): { group: string; kinds: CourseKind[] }[] {
  const groups: { group: string; kinds: CourseKind[] }[] = []
  for (const kind of kinds) {
    const known = groups.find((one) => one.group === kind.group)
    if (known) known.kinds.push(kind)
    else groups.push({ group: kind.group, kinds: [kind] })
  }
  return groups
}

/** What was typed of something that happened. Days stay when another kind is chosen. */
export class CourseDraft {
  readonly on: TypedDate
  readonly received = new TypedDate('received')
  readonly names = new TypedDate('names')
  note = $state('')
  files: string[] = $state([])
  /** The questions that are marked. */
  questions: string[] = $state([])
  /** The new words of each question. */
  wording: Record<string, string> = $state({})
  words: Record<Words, string> = $state({
    channel: '',
    class: 'first',
    their_reference: '',
    claim: '',
    to: '',
    regime: '',
    result: '',
    letter: '',
  })

  constructor(today: string) {
    this.on = new TypedDate('on', today)
  }

  /** The fields that are shown: the class only of what goes by post. */
  shown(kind: CourseKind): FieldView[] {
    const isPost = this.words.channel === 'post'
    return kind.fields.filter(({ field }) => field !== 'class' || isPost)
  }

  /** Chooses what can only be one thing, and lets go of what is no choice of this kind. */
  fit(kind: CourseKind): void {
    for (const { field, needed, choices } of kind.fields) {
      if (choices.length === 0 || field === 'class') continue
      const key = field as Words
      if (!choices.some(({ code }) => code === this.words[key])) this.words[key] = ''
      if (this.words[key] === '' && needed && (choices.length === 1 || key === 'letter'))
        this.words[key] = choices.at(-1)?.code ?? ''
    }
  }

  #isFilled({ field }: FieldView): boolean {
    switch (field) {
      case 'received':
        return this.received.day !== ''
      case 'names':
        return this.names.day !== ''
      case 'questions':
        return this.questions.length > 0
      case 'wording':
        return this.questions.some((one) => (this.wording[one] ?? '').trim() !== '')
      default:
        return this.words[field].trim() !== ''
    }
  }

  /** The needed fields that say nothing yet. */
  unfilled(kind: CourseKind): CourseField[] {
    const missing = this.shown(kind).filter((one) => one.needed && !this.#isFilled(one))
    return missing.map(({ field }) => field)
  }

  /** What would be recorded; nothing as long as something is missing or cannot be read. */
  happening(kind: CourseKind): Happening | null {
    const unread = this.shown(kind).some(
      ({ field }) =>
        (field === 'received' && this.received.problem !== undefined) ||
        (field === 'names' && this.names.problem !== undefined),
    )
    if (unread || this.on.day === '' || this.unfilled(kind).length > 0) return null
    const told: Told = { kind: kind.kind, date: this.on.day }
    for (const one of this.shown(kind)) if (this.#isFilled(one)) this.#tell(told, one.field)
    const note = this.note.trim()
    return {
      kind: 'course',
      told,
      notes: note ? [note] : [],
      files: $state.snapshot(this.files),
    }
  }

  #tell(told: Told, field: CourseField): void {
    switch (field) {
      case 'received':
        told.received = this.received.day
        return
      case 'names':
        told.names = this.names.day
        return
      case 'questions':
        told.questions = $state.snapshot(this.questions)
        return
      case 'wording':
        told.wording = Object.fromEntries(
          this.questions
            .map((one) => [one, (this.wording[one] ?? '').trim()] as const)
            .filter(([, text]) => text !== ''),
        )
        return
      case 'letter':
        told.letter = Number(this.words.letter)
        return
      default:
        told[field] = this.words[field].trim()
    }
  }

  /** Waits until the dates are read, and names the first field that keeps it from being recorded. */
  async wrongField(kind: CourseKind): Promise<string | undefined> {
    const isOn = await this.on.isSound()
    const isReceived = await this.received.isSound()
    const isNames = await this.names.isSound()
    if (!isOn || this.on.day === '') return 'on'
    const shown = this.shown(kind).map(({ field }) => field)
    if (!isReceived && shown.includes('received')) return 'received'
    if (!isNames && shown.includes('names')) return 'names'
    return this.unfilled(kind)[0]
  }
}
