import type { Columns } from '../columns.ts'

/**
 * How many entries of a kind the transactions of one key recorded: derived, moves with the blocks. Readings by their kind
 * (`reading` where the meter signed, `manual`, `estimated`, `final`), without the charges and bills that follow from them.
 */
export interface ActorTotalRow {
  sender: Uint8Array
  kind: string
  entries: number
}

export const actorTotalColumns = {
  sender: 'bytea',
  kind: 'text',
  entries: 'bigint',
} as const satisfies Columns<ActorTotalRow>
