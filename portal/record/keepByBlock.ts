import type { Ledger } from '../readOnly.ts'
import type { Standing } from './standing.ts'

type Read<Value> = (db: Ledger, standing: Standing | null) => Promise<Value>

/**
 * What follows from the newest block and from nothing that is asked for, read once a block and not once a request. While sums
 * are yet to follow their block (a first load), it is read each time.
 */
export const keepByBlock = <Value>(read: Read<Value>): Read<Value> => {
  let kept: { readonly hash: Standing['hash']; readonly value: Value } | undefined
  return async (db, standing) => {
    if (standing === null || !standing.isAddedUp) return read(db, standing)
    const { hash } = standing
    if (kept?.hash === hash) return kept.value
    const value = await read(db, standing)
    kept = { hash, value }
    return value
  }
}
