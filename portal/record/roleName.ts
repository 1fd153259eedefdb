import { keccak256 } from '#keccak'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'

const names = ['BOARD', 'REGULATOR', 'TARIFF', 'OPERATIONS', 'CASHIER'] as const
export type RoleName = (typeof names)[number]

export const isRoleName = (text: string): text is RoleName => names.some((name) => name === text)

const byId = new Map<Hex, RoleName>(
  names.map((name) => [hexOf(keccak256(new TextEncoder().encode(name))), name]),
)

/** A role's name by its id, which is the hash of that; undefined for one that the contract does not know. */
export const roleName = (role: Hex): RoleName | undefined => byId.get(role)
