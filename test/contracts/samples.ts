/** What the contract's structs look like to ethers, and the plainest values of them. */

export interface Slab {
  upTo: bigint
  rate: bigint
  fuel: bigint
  subsidy: bigint
}

export interface Rate {
  tariff: bigint
  category: bigint
  effectiveFrom: bigint
  basis: bigint
  fixedPerKW: bigint
  fixedPerConnection: bigint
  dutyRate: bigint
  dutyBase: bigint
  dutyPerUnit: bigint
  roundTo: bigint
  orderHash: string
  slabCount: bigint
  slabs: readonly Slab[]
}

export interface Terms {
  category: bigint
  load: bigint
  cycle: bigint
  instalments: bigint
  daysToPay: bigint
  firstDay: bigint
  consumerKey: string
}

export interface Installation {
  meter: string
  day: bigint
  multiplier: bigint
  register: bigint
  modulus: bigint
  closing: bigint
  rollover: boolean
  evidence: string
}

/** Upper limit of the last slab. */
export const NO_LIMIT = 2n ** 64n - 1n

/** Slabs filled up to eight with unused ones. */
export const slabs = (...used: Partial<Slab>[]): Slab[] =>
  Array.from({ length: 8 }, (_, index) => ({ ...NO_SLAB, ...used[index] }))

const NO_SLAB: Slab = { upTo: 0n, rate: 0n, fuel: 0n, subsidy: 0n }

/** Flat ₹5.00 per kWh in category 1 for ever, nothing else, with changes. */
export const flatRate = (change: Partial<Rate> = {}): Rate => ({
  tariff: 1n,
  category: 1n,
  effectiveFrom: 1n,
  basis: 0n,
  fixedPerKW: 0n,
  fixedPerConnection: 0n,
  dutyRate: 0n,
  dutyBase: 0n,
  dutyPerUnit: 0n,
  roundTo: 1n,
  orderHash: `0x${'0'.repeat(64)}`,
  slabCount: 1n,
  slabs: slabs({ upTo: NO_LIMIT, rate: 500_000n }),
  ...change,
})
