import type { Stage } from '../ipc'
import { stageOrder } from '../shared'

interface Staged {
  stage: Stage
  stage_label: string
  force_name: string
  reference: string
}

/** A chip for each stage that there is, in the order of the work. */
export function stageOptions(rows: Staged[]): { value: string; label: string; count: number }[] {
  return stageOrder.flatMap((stage) => {
    const here = rows.filter((row) => row.stage === stage)
    const first = here[0]
    return first ? [{ value: stage, label: first.stage_label, count: here.length }] : []
  })
}

/** The rows of these stages (all where none is picked) that hold these words. */
export function found<Row extends Staged>(rows: Row[], stages: string[], words: string): Row[] {
  const wanted = words.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (stages.length === 0 || stages.includes(row.stage)) &&
      (wanted === '' || `${row.force_name} ${row.reference}`.toLowerCase().includes(wanted)),
  )
}
