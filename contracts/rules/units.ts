/**
 * The units of the ledger, branded so that paise are never added to Wh. Money and energy are `bigint`, days are `number`.
 * These are the only places where a brand is made.
 */
declare const unit: unique symbol
type Branded<T, Name extends string> = T & { readonly [unit]: Name }

/** ₹0.01, signed. */
export type Paise = Branded<bigint, 'paise'>
/** Watt-hours, of energy or of a meter's register. */
export type Wh = Branded<bigint, 'Wh'>
/** Watts of sanctioned load. */
export type Watt = Branded<bigint, 'W'>
/** 10⁻⁵ ₹ per kWh, signed for fuel. */
export type PerUnit = Branded<bigint, '1e-5 ₹/kWh'>
/** Days since 1970-01-01 as counted in India. */
export type DayNumber = Branded<number, 'day'>

export const paise = (value: bigint): Paise => value as Paise
export const wh = (value: bigint): Wh => value as Wh
export const watt = (value: bigint): Watt => value as Watt
export const perUnit = (value: bigint): PerUnit => value as PerUnit
export const dayNumber = (value: number): DayNumber => value as DayNumber

/** One paisa in wei: 1 native unit (10¹⁸ wei) is ₹1. */
export const WEI_PER_PAISA = 10n ** 16n
