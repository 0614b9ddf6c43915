import type { BatchItem, ForceView, RequestView, SendReport, WriteReport } from '../ipc'

/** What a batch came to, sorted by how it ended. */
export interface Outcome {
  title: string
  /** The act, by which it can be taken back. */
  operation: number | null
  written: BatchItem[]
  notWritten: BatchItem[]
  leftOut: BatchItem[]
  notReached: BatchItem[]
  /** The forces of the letters written whose address nobody has confirmed, and those without one. */
  unconfirmed: string[]
  missing: string[]
}

const letters = (count: number) => (count === 1 ? '1 letter' : `${count} letters`)

export function outcomeOf(report: SendReport | WriteReport, forces: ForceView[]): Outcome {
  const of = (state: BatchItem['state']) => report.items.filter((item) => item.state === state)
  const to = new Set(report.written.map((letter) => letter.force))
  const names = (state: ForceView['address_state']) =>
    forces
      .filter((force) => to.has(force.id) && force.address_state === state)
      .map((force) => force.short_name)
  const notReached = of('pending')
  const done = `${letters(report.written.length)} written`
  const title = report.written.length === 0 ? 'No letter was written' : done
  return {
    title: notReached.length > 0 ? `Stopped: ${title.toLowerCase()}` : title,
    operation: report.operation,
    written: of('done'),
    notWritten: of('failed'),
    leftOut: of('skipped'),
    notReached,
    unconfirmed: names('unconfirmed'),
    missing: names('missing'),
  }
}

/** The force of an item, whose subject is a force or a request by its name in files. */
export function nameOf(item: BatchItem, forces: ForceView[], requests: RequestView[]): string {
  const request = requests.find((one) => one.reference === item.subject.split('/')[0])
  const id = request?.force ?? item.subject
  return forces.find((one) => one.id === id)?.short_name ?? request?.force_name ?? item.subject
}
