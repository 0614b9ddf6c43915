/** A column of a table. */
export interface Column<Row> {
  id: string
  title: string
  /** What is shown where the table is given no cell of its own, and what it is sorted by. */
  text: (row: Row) => string
  /** What it is sorted by, where that is not the text. Rows without a value come last. */
  sort?: (row: Row) => string | number | null
  /** Whether it can be sorted; it can where nothing else is said. */
  sortable?: boolean
  align?: 'left' | 'right'
  /**
   * How wide it is. `narrow` is for dates, counts and references, whose figures stand under each
   * other; `rest` takes what the others leave and is cut where that is little.
   */
  width?: 'narrow' | 'medium' | 'wide' | 'rest'
  /** Folded away in a small window. */
  hideNarrow?: boolean
}

export interface Order {
  column: string
  down: boolean
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** The rows in an order; as they came where there is none. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], order: Order | null): Row[] {
  const column = columns.find((one) => one.id === order?.column)
  if (!column || !order) return rows
  const value = column.sort ?? column.text
  const sign = order.down ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * collator.compare(String(a), String(b))
  })
}
