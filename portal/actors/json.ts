import type { Json } from '../answer.ts'
import { entryJson } from '../record/entryJson.ts'
import type { HeldRole } from './keys.ts'

export const actorsJson = ({ roles }: { readonly roles: readonly HeldRole[] }): Json => ({
  roles: roles.map(heldRoleJson),
})

export const heldRoleJson = ({ role, holder, changes, isHeld, used, last }: HeldRole) => ({
  role,
  holder,
  isHeld,
  changes: changes.map(entryJson),
  used: Object.fromEntries(used),
  lastTransaction: last?.transaction ?? null,
  lastBlock: last?.block ?? null,
})
