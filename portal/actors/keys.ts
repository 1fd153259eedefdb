import { bytesOf, type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { ActorTotalRow } from '../../migrations/tables/actorTotal.ts'
import type { Ledger } from '../readOnly.ts'
import { accountEntries } from '../record/entries.ts'
import { type EntryOf, only, type Position } from '../record/entry.ts'
import { LEDGER } from '../../contracts/rules/accountCode.ts'
import { kindsOfRole } from '../record/actedAs.ts'
import { type RoleName, roleName } from '../record/roleName.ts'

/** All of these kinds, each once. */
export const kindsOfRoles = [...new Set(Object.values(kindsOfRole).flat())]

/** A role that a key has or had, and what it recorded in it. */
export interface HeldRole {
  readonly role: RoleName
  readonly holder: Hex
  /** In order: granted, taken away, granted again. */
  readonly changes: readonly EntryOf<'RoleChanged'>[]
  readonly isHeld: boolean
  /** What it recorded that this role allows, by kind. */
  readonly used: ReadonlyMap<string, number>
  /** Its newest transaction of all, whatever it recorded. */
  readonly last: LastUse | null
}

type LastUse = Pick<Position, 'block' | 'transaction' | 'timestamp'>

/** What a key recorded. */
export interface KeyUse {
  /** Entries by kind. */
  readonly counts: ReadonlyMap<string, number>
  readonly last: LastUse | null
}

/** Every key that has or had a role, role by role in the order in which they were first given. */
export const readHeldRoles = async (db: Ledger): Promise<HeldRole[]> => {
  const changes = await readRoleChanges(db)
  const uses = new Map<Hex, KeyUse>()
  for (const holder of new Set(changes.map(({ fields }) => fields.holder)))
    uses.set(holder, await readUse(db, holder))
  return heldRoles(changes, uses)
}

export const readRoleChanges = async (db: Ledger): Promise<readonly EntryOf<'RoleChanged'>[]> =>
  only(await accountEntries(db, LEDGER, ['RoleChanged']), 'RoleChanged')

export const readUse = async (db: Ledger, key: Hex): Promise<KeyUse> => ({
  counts: await countsOf(db, key),
  last: await lastUse(db, key),
})

/** The roles that these changes gave, with what their holders recorded. */
export const heldRoles = (
  changes: readonly EntryOf<'RoleChanged'>[],
  uses: ReadonlyMap<Hex, KeyUse>,
): HeldRole[] => {
  const held = Map.groupBy(changes, ({ fields }) => `${fields.role}/${fields.holder}`)
  return [...held.values()].flatMap((changes) => {
    const [first] = changes
    const role = first === undefined ? undefined : roleName(first.fields.role)
    if (first === undefined || role === undefined) return []
    const { holder } = first.fields
    const { counts, last } = uses.get(holder) ?? { counts: new Map<string, number>(), last: null }
    const used = kindsOfRole[role].flatMap((kind) => {
      const entries = counts.get(kind) ?? 0
      return entries === 0 ? [] : [[kind, entries] as const]
    })
    const isHeld = changes.at(-1)?.fields.granted === true
    return [{ role, holder, changes, isHeld, used: new Map(used), last }]
  })
}

/** How many entries of each kind a key recorded, the most frequent first. */
const countsOf = async (
  db: Ledger,
  sender: Hex,
): Promise<ReadonlyMap<ActorTotalRow['kind'], number>> => {
  const rows = await db
    .selectFrom('actor_total')
    .select(['kind', 'entries'])
    .where('sender', '=', bytesOf(sender))
    .orderBy('entries', 'desc')
    .orderBy('kind')
    .execute()
  return new Map(rows.map(({ kind, entries }) => [kind, entries]))
}

/** A key's first or newest transaction; null where it has none. */
export const lastUse = async (
  db: Ledger,
  sender: Hex,
  order: 'asc' | 'desc' = 'desc',
): Promise<LastUse | null> => {
  const row = await db
    .selectFrom('transaction')
    .innerJoin('block', 'block.number', 'transaction.block_number')
    .select(['transaction.hash', 'block.number', 'block.timestamp'])
    .where('transaction.sender', '=', bytesOf(sender))
    .orderBy('transaction.block_number', order)
    .orderBy('transaction.transaction_index', order)
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { block: row.number, transaction: hexOf(row.hash), timestamp: row.timestamp }
}
