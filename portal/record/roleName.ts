import { keccak256 } from '#keccak'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'

export const roleNames = ['BOARD', 'REGULATOR', 'TARIFF', 'OPERATIONS', 'CASHIER'] as const
export type RoleName = (typeof roleNames)[number]

export const isRoleName = (text: string): text is RoleName =>
  roleNames.some((name) => name === text)

const byId = new Map<Hex, RoleName>(
  roleNames.map((name) => [hexOf(keccak256(new TextEncoder().encode(name))), name]),
)

/** A role's name by its id, which is the hash of that; undefined for one that the contract does not know. */
export const roleName = (role: Hex): RoleName | undefined => byId.get(role)
