import type { Stage } from '../ipc'
import { stageLook, stageOrder, type IconComponent } from '../shared'

interface Staged {
  stage: Stage
  stage_label: string
  force_name: string
  short_name?: string
  reference: string
}

interface StageOption {
  value: string
  label: string
  count: number
  icon: IconComponent
}

/** A chip for each stage that there is, in the order of the work. */
export function stageOptions(rows: Staged[]): StageOption[] {
  return stageOrder.flatMap((stage) => {
    const here = rows.filter((row) => row.stage === stage)
    const first = here[0]
    return first
      ? [
          {
            value: stage,
            label: first.stage_label,
            count: here.length,
            icon: stageLook(stage).icon,
          },
        ]
      : []
  })
}

/** The rows of these stages (all where none is picked) that hold these words. */
export function found<Row extends Staged>(rows: Row[], stages: string[], words: string): Row[] {
  const wanted = words.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (stages.length === 0 || stages.includes(row.stage)) &&
      (wanted === '' ||
        `${row.force_name} ${row.short_name ?? ''} ${row.reference}`
          .toLowerCase()
          .includes(wanted)),
  )
}
