import type { NewCampaignInput, SenderView } from '../ipc'

/** A field with what is wrong with it. */
export interface Fault {
  id: string
  message: string
}

/** Lines of a text; one line with commas is taken as an address written in one. */
export function addressLines(text: string): string[] {
  const lines = text.includes('\n') ? text.split('\n') : text.split(',')
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

const smallWords = [
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
]

/** A prefix out of a title: “Human trafficking and slavery training” as HTST. */
export function prefixFrom(title: string): string {
  const words = title.toUpperCase().match(/[A-Z0-9]+/g) ?? []
  const long = words.filter((word) => !smallWords.includes(word.toLowerCase()))
  const letters = long.map((word) => word.charAt(0)).join('')
  const prefix = letters.length > 1 ? letters : (long[0] ?? '').slice(0, 3)
  return prefix.replace(/^[0-9]+/, '').slice(0, 4)
}

const orNull = (text: string) => text.trim() || null

/** The sender as it is being typed. */
export class SenderDraft {
  applicant = $state('')
  signatory = $state('')
  role = $state('')
  organisation = $state('')
  address = $state('')
  email = $state('')
  telephone = $state('')

  get isBlank(): boolean {
    return [
      this.applicant,
      this.signatory,
      this.role,
      this.organisation,
      this.address,
      this.email,
      this.telephone,
    ].every((text) => text.trim() === '')
  }

  get view(): SenderView {
    return {
      applicant: this.applicant.trim(),
      signatory: orNull(this.signatory),
      signatory_title: orNull(this.role),
      organisation: orNull(this.organisation),
      address: addressLines(this.address),
      email: orNull(this.email),
      telephone: orNull(this.telephone),
    }
  }

  get faults(): Fault[] {
    const faults: Fault[] = []
    if (!this.applicant.trim())
      faults.push({ id: 'applicant', message: 'Give the applicant: whose request it is.' })
    if (addressLines(this.address).length === 0)
      faults.push({ id: 'address', message: 'Give the address to which replies come.' })
    if (this.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(this.email.trim()))
      faults.push({ id: 'email', message: 'Write the e-mail address as name@place.' })
    return faults
  }

  fill(view: SenderView): void {
    this.applicant = view.applicant
    this.signatory = view.signatory ?? ''
    this.role = view.signatory_title ?? ''
    this.organisation = view.organisation ?? ''
    this.address = view.address.join('\n')
    this.email = view.email ?? ''
    this.telephone = view.telephone ?? ''
  }
}

/** A campaign as it is being typed. */
export class CampaignDraft {
  title = $state('')
  #prefix = $state('')
  periods = $state('')
  questions = $state('')
  printNote = $state(false)

  /** The letters of the title, until a person gives others. */
  get prefix(): string {
    return this.#prefix || prefixFrom(this.title)
  }

  set prefix(prefix: string) {
    this.#prefix = prefix
  }

  get input(): NewCampaignInput {
    return {
      title: this.title.trim(),
      prefix: this.prefix.trim(),
      periods: this.periods
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      questions: this.questions,
      print_note: this.printNote,
    }
  }

  get faults(): Fault[] {
    const faults: Fault[] = []
    if (!this.title.trim()) faults.push({ id: 'title', message: 'Say what the campaign is about.' })
    if (!/^[a-z][a-z0-9]{0,5}$/i.test(this.prefix.trim()))
      faults.push({
        id: 'prefix',
        message: 'Give a prefix of one to six letters or digits, a letter first, such as HT.',
      })
    if (!this.questions.trim()) faults.push({ id: 'questions', message: 'Give the questions.' })
    return faults
  }
}

export type Start = 'sample' | 'own' | 'empty'
