import { keccak256 } from '#keccak'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'

const names = ['BOARD', 'REGULATOR', 'TARIFF', 'OPERATIONS', 'CASHIER'] as const

const byId = new Map(names.map((name) => [hexOf(keccak256(new TextEncoder().encode(name))), name]))

/** A role by its id, the hash of its name. */
export const roleWords = (role: Hex): string => byId.get(role) ?? role
