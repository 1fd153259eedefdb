import type { Ledger } from '../readOnly.ts'
import type { Standing } from './standing.ts'

type Read<Key, Value> = (db: Ledger, standing: Standing | null, key: Key) => Promise<Value>

/**
 * What many requests want alike, read once while Postgres shows the very same rows, and not once a request: one value, or one
 * for each key.
 */
export const keepBySnapshot = <Value, Key = void>(read: Read<Key, Value>): Read<Key, Value> => {
  let kept = { snapshot: '', values: new Map<Key, Value>() }
  return async (db, standing, key) => {
    if (standing === null) return read(db, standing, key)
    const { snapshot } = standing
    const known = kept.snapshot === snapshot ? kept.values.get(key) : undefined
    if (known !== undefined) return known
    const value = await read(db, standing, key)
    if (kept.snapshot !== snapshot) kept = { snapshot, values: new Map() }
    kept.values.set(key, value)
    return value
  }
}
