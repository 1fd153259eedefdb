import type { Ledger } from '../readOnly.ts'
import type { Standing } from './standing.ts'

type Read<Value> = (db: Ledger, standing: Standing | null) => Promise<Value>

/** What depends on nothing that is asked for, read once while Postgres shows the very same rows, and not once a request. */
export const keepBySnapshot = <Value>(read: Read<Value>): Read<Value> => {
  let kept: { readonly snapshot: string; readonly value: Value } | undefined
  return async (db, standing) => {
    if (standing === null) return read(db, standing)
    const { snapshot } = standing
    if (kept?.snapshot === snapshot) return kept.value
    const value = await read(db, standing)
    kept = { snapshot, value }
    return value
  }
}
