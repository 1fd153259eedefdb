import { id } from 'ethers'

/** The roles of the ledger, as the contract names them. */
export const roleNames = ['BOARD', 'REGULATOR', 'TARIFF', 'OPERATIONS', 'CASHIER'] as const
export type RoleName = (typeof roleNames)[number]

/** keccak256 of its name. */
export const roleId = (name: RoleName): string => id(name)
