import { expect, test } from 'vitest'
import type { Hex } from '../../../contracts/events/hex.ts'
import type { Entry } from '../../../portal/record/entry.ts'
import type { RoleName } from '../../../portal/record/roleName.ts'
import { holderName } from '../../../portal/show/actor.ts'
import { keyOwner } from '../../../portal/show/key.ts'

const key: Hex = `0x${'ab'.repeat(20)}`
const keyOf = (...held: RoleName[]) => ({
  roles: new Map([[key, held]]),
  consumers: new Set<Hex>(),
})
const entry = (name: Entry['name'], fields: object = {}) =>
  ({ name, fields, at: { sender: key } }) as unknown as Entry

test('a key of two desks is named by the one that the entry is of', () => {
  const { roles } = keyOf('TARIFF', 'CASHIER')
  expect(holderName(entry('PaymentMade'), roles)).toBe('the board’s cashier')
  expect(holderName(entry('RateSet'), roles)).toBe('the board’s tariff desk')
  expect(keyOwner(key, keyOf('OPERATIONS', 'REGULATOR'), 'REGULATOR').text).toContain(
    '>the regulator<',
  )
})

test('by both where either allows it, and where anyone may', () => {
  const { roles } = keyOf('OPERATIONS', 'REGULATOR')
  const both = 'the board’s operations and the regulator'
  expect(holderName(entry('AdjustmentPosted'), roles)).toBe(both)
  expect(holderName(entry('PeriodClosed'), roles)).toBe(both)
  expect(holderName(entry('PaymentMade'), new Map())).toBeNull()
  expect(keyOwner(key, keyOf('OPERATIONS', 'REGULATOR'), 'OPERATIONS', 'REGULATOR').text).toContain(
    both,
  )
  expect(keyOwner(key, keyOf('TARIFF', 'CASHIER')).text).toContain(
    'the board’s tariff desk and the board’s cashier',
  )
})

test('a desk’s key that is a consumer’s too is named as both', () => {
  const keys = { ...keyOf('CASHIER'), consumers: new Set([key]) }
  expect(keyOwner(key, keys).text).toContain('the board’s cashier and the consumer’s key')
  expect(keyOwner(key, { ...keys, roles: new Map() }).text).toContain('>the consumer’s key<')
})
