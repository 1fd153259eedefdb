import type { Ledger } from '../readOnly.ts'
import type { Standing } from './standing.ts'

type Read<Key, Value> = (db: Ledger, standing: Standing | null, key: Key) => Promise<Value>

/**
 * What many requests want alike, read once while Postgres shows the very same rows, and not once a request: one value, or one
 * for each key. Who wants it while it is being read waits for that.
 */
export const keepBySnapshot = <Value, Key = void>(read: Read<Key, Value>): Read<Key, Value> => {
  let kept = { snapshot: '', values: new Map<Key, Promise<Value>>() }
  return (db, standing, key) => {
    if (standing === null) return read(db, standing, key)
    const { snapshot } = standing
    if (kept.snapshot !== snapshot) kept = { snapshot, values: new Map() }
    const { values } = kept
    const known = values.get(key)
    // What failed another may not fail this one: it has a connection of its own.
    if (known !== undefined) return known.catch(() => read(db, standing, key))
    const value = read(db, standing, key)
    values.set(key, value)
    // Whoever comes after a failure tries anew.
    value.catch(() => values.delete(key))
    return value
  }
}
