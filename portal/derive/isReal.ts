import type { EntryOf } from '../record/entry.ts'

/** 2 is the contract's number for an estimated reading. */
const ESTIMATED = 2

/** Whether a meter was read: by its own signature, or by a person; an estimate is no reading of it. */
export const isReal = ({ fields }: EntryOf<'ConsumptionRecorded'>): boolean =>
  fields.kind !== ESTIMATED
