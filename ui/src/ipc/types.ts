/** The types that cross from the core. They are written by its tests into `generated/`. */
export type * from './generated'
export type { DeskError as DeskErrorFields } from './generated'
