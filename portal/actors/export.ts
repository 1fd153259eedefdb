import { exportAtOnce } from '../list/listExport.ts'
import { heldRoleJson } from './json.ts'
import { kindsOfRoles, readHeldRoles } from './keys.ts'

const columns = [
  'role',
  'holder',
  'isHeld',
  'lastBlock',
  'lastTransaction',
  ...kindsOfRoles,
] as const

/** Every key that has or had a role: a column for each kind of entry that roles allow. */
export const actorsExport = exportAtOnce('actors', columns, async (db) =>
  (await readHeldRoles(db)).map((held) => {
    const { role, holder, isHeld, lastBlock, lastTransaction, used } = heldRoleJson(held)
    const counts = kindsOfRoles.map((kind) => [kind, used[kind] ?? 0])
    return { role, holder, isHeld, lastBlock, lastTransaction, ...Object.fromEntries(counts) }
  }),
)
