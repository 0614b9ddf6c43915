import type { BoardCell, BoardQuestion, BoardRow, BoardView, CampaignView, Outcome } from '../ipc'

/** A row with the cells of the columns that are counted, in their order. */
export interface Line {
  row: BoardRow
  cells: BoardCell[]
}

export interface Place {
  line: number
  column: number
}

/** The columns: what is counted. A closing question has no outcome. */
export function columnsOf(board: BoardView | undefined): BoardQuestion[] {
  return board?.questions.filter((one) => one.is_counted) ?? []
}

export function linesOf(rows: BoardRow[], columns: BoardQuestion[]): Line[] {
  return rows.map((row) => ({
    row,
    cells: columns.flatMap(
      (column) => row.cells.find((one) => one.question === column.question) ?? [],
    ),
  }))
}

/** How many lines stand in the first block: all of them where there is room for one block only. */
export function firstBlock(lines: number, isNarrow: boolean): number {
  return isNarrow ? lines : Math.max(24, Math.ceil(lines / 2))
}

/** The outcomes of a column, one by one, for its bar. */
export function sharesOf(rows: BoardRow[], question: string): Partial<Record<Outcome, number>> {
  const shares: Partial<Record<Outcome, number>> = {}
  for (const row of rows) {
    const outcome = row.cells.find((one) => one.question === question)?.outcome
    if (outcome) shares[outcome] = (shares[outcome] ?? 0) + 1
  }
  return shares
}

/** Whether nothing was answered yet, so that there is no count to show. */
export function isAwaited(cells: BoardCell[]): boolean {
  return cells.every((cell) => cell.outcome === null || cell.outcome === 'awaiting')
}

/** Whether a column begins a new number with parts, or ends one, so that a gap stands before it. */
export function beginsGroup(columns: BoardQuestion[], at: number): boolean {
  const number = (index: number) => columns[index]?.question.match(/^\d+/)?.[0] ?? ''
  const hasParts = (index: number) => columns[index]?.question !== number(index)
  return at > 0 && number(at) !== number(at - 1) && (hasParts(at) || hasParts(at - 1))
}

/** “section 31(1)(a)”, where it is read out. */
export function sectionWords(section: string): string {
  return section.replace(/^ss?\.\s*/, 'section ').replace(/^regs?\.\s*/, 'regulation ')
}

/** “Cheshire, question 5, Refused, section 12(1)”. */
export function cellName(row: BoardRow, cell: BoardCell): string {
  return [
    row.short_name,
    `question ${cell.question}`,
    cell.outcome_label ?? 'Awaiting',
    ...cell.sections.map(sectionWords),
    ...(cell.late ? ['late'] : []),
    ...(cell.narrowed ? ['narrowed'] : []),
  ].join(', ')
}

/**
 * Where a key leads, over both blocks: past the last column to the same line of the block beside
 * it, below the last line to the top of the next. Nothing for any other key.
 */
export function moved(
  key: string,
  from: Place,
  size: { lines: number; columns: number; first: number },
): Place | undefined {
  const last = size.columns - 1
  const isRight = from.line >= size.first
  const beside = from.line + (isRight ? -size.first : size.first)
  switch (key) {
    case 'ArrowDown':
      return { ...from, line: Math.min(from.line + 1, size.lines - 1) }
    case 'ArrowUp':
      return { ...from, line: Math.max(from.line - 1, 0) }
    case 'ArrowRight':
      if (from.column < last) return { ...from, column: from.column + 1 }
      return !isRight && beside < size.lines ? { line: beside, column: 0 } : from
    case 'ArrowLeft':
      if (from.column > 0) return { ...from, column: from.column - 1 }
      return isRight ? { line: beside, column: last } : from
    case 'Home':
      return { ...from, column: 0 }
    case 'End':
      return { ...from, column: last }
    case 'PageDown':
      return { ...from, line: Math.min(from.line + 12, size.lines - 1) }
    case 'PageUp':
      return { ...from, line: Math.max(from.line - 12, 0) }
    default:
      return undefined
  }
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** “12 questions to 48 forces, 13 parts counted”: the numbers of the letter, and what is counted. */
export function sizeOf(campaign: CampaignView): string {
  const whole = campaign.questions.filter((one) => !one.label.includes('(')).length
  const asked = campaign.requests > 0 ? ` to ${some(campaign.requests, 'force', 'forces')}` : ''
  return `${some(whole, 'question', 'questions')}${asked}, ${some(campaign.counted, 'part', 'parts')} counted`
}
