import type { Hex } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import {
  type HeldRole,
  heldRoles,
  type KeyUse,
  lastUse,
  readRoleChanges,
  readUse,
} from '../actors/keys.ts'
import { findByActors } from '../ledger/byActors.ts'
import type { EntryPage } from '../ledger/query.ts'
import type { Order } from '../list/order.ts'
import { NotFound } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { plain } from '../words/t.ts'

/** Entries on a page: of every kind, each of which is read by itself. */
const SHOWN = 30

export interface FoundActor extends EntryPage, KeyUse {
  readonly key: Hex
  readonly roles: readonly HeldRole[]
  readonly first: KeyUse['last']
  /** Accounts of the newest entries in which the key acted as their consumer's. */
  readonly accounts: readonly string[]
}

/** What a key recorded, in this order, and in which roles. Throws `NotFound` for one that the ledger never met. */
export const findActor = async (db: Ledger, key: Hex, order: Order): Promise<FoundActor> => {
  const use = await readUse(db, key)
  const changes = await readRoleChanges(db)
  const own = changes.filter(({ fields }) => fields.holder === key)
  const roles = heldRoles(own, new Map([[key, use]]))
  if (roles.length === 0 && use.counts.size === 0) throw noSuchActor(key)
  const page = await findByActors(db, [key], { first: undefined, next: undefined }, order, SHOWN)
  const accounts = page.entries.flatMap((entry) =>
    entry.name === 'AgreementAccepted' && entry.fields.consumerKey === key
      ? [codeOf(entry.account)]
      : [],
  )
  return {
    ...page,
    ...use,
    key,
    roles,
    first: await lastUse(db, key, 'asc'),
    accounts: [...new Set(accounts)],
  }
}

const noSuchActor = (key: Hex): NotFound =>
  new NotFound(plain('problem.noActor', { key }), plain('problem.compareKey'))
