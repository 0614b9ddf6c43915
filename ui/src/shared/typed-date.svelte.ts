import { core, DeskError } from '../ipc'

/** A date as it is typed. The core reads it; what it cannot read is said beside the field. */
export class TypedDate {
  text = $state('')
  /** The day that was read; empty while there is none. */
  day = $state('')
  /** Why what was typed is no date. */
  problem: string | undefined = $state.raw()
  /** Whether the field was left: a date that is half typed is not yet wrong. */
  isLeft = $state(false)

  /** The field's name in an error of the core. */
  readonly field: string
  #asked = 0
  #reading: Promise<void> = Promise.resolve()

  constructor(field: string, day = '') {
    this.field = field
    this.text = day
    this.day = day
  }

  type(text: string): void {
    const mine = ++this.#asked
    this.text = text
    this.day = ''
    this.problem = undefined
    if (text.trim() === '') return
    this.#reading = core.readDate(this.field, text.trim()).then(
      (day) => {
        if (mine === this.#asked) this.day = day
      },
      (thrown: unknown) => {
        const error = DeskError.from(thrown)
        if (mine === this.#asked) this.problem = `${error.message} ${error.hint}`
      },
    )
  }

  /** Waits until what was typed is read, and says whether it can be used: as a day, or as none. */
  async isSound(): Promise<boolean> {
    await this.#reading
    this.isLeft = true
    return this.problem === undefined
  }
}
