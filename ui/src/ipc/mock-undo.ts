import type { OperationView } from './types'

/** The act that Undo would take back now, and the one that Redo would do again, as the core says it. */
export interface UndoRedo {
  undo: OperationView | undefined
  redo: OperationView | undefined
}

/**
 * Undo and redo are acts of their own in the history (the newest first). An act that takes back an
 * ordinary one can be done again until something new is done; an act that does one again counts as
 * ordinary.
 */
export function undoRedo(history: OperationView[]): UndoRedo {
  const byNumber = new Map(history.map((act) => [act.operation, act]))
  const takesBack = (act: OperationView): boolean => {
    const target = act.undoes === null ? undefined : byNumber.get(act.undoes)
    return act.undoes !== null && (target === undefined || !takesBack(target))
  }
  const undo = history.find((act) => act.undone_by === null && !takesBack(act))
  for (const act of history) {
    if (act.undoes === null) break
    if (act.undone_by === null && takesBack(act)) {
      const redo = byNumber.get(act.undoes)
      return { undo, redo }
    }
  }
  return { undo, redo: undefined }
}
