import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDay } from '../../../chain/cli/quantities.ts'
import { dayInIndia } from '../../../contracts/rules/day.ts'
import { type Home, startHome } from './home.ts'

// The session that the project is known by, each step by the real program against a real chain.
let home: Home
let code: string
const today = dayInIndia(Date.now() / 1000)
const firstDay = formatDay(today - 30)

beforeAll(async () => {
  home = await startHome()
})
afterAll(() => home[Symbol.asyncDispose]())

const done = async (...args: string[]) => {
  const ran = await home.run(args)
  expect(ran).toMatchObject({ code: 0 })
  return ran.stdout
}

describe('the reference session', () => {
  test('begins with roles, which the board gives and takes', async () => {
    const holder = String(home.addresses['meter'])
    expect(await done('role', 'grant', 'CASHIER', 'meter')).toContain(`${holder} now holds CASHIER`)
    expect(await done('role', 'grant', 'cashier', 'meter')).toContain('already; nothing changed')
    expect(await done('role', 'revoke', 'CASHIER', holder)).toContain('no longer holds CASHIER')
  })

  test('draws an account, whose code is remembered', async () => {
    const drawn = await home.json('account', 'new')
    code = String(drawn['code'])
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-.$/)
    expect(await readFile(join(home.path, 'accounts.json'), 'utf8')).toContain(code)
  })

  test('proposes terms, which the consumer reads before signing anything', async () => {
    await done('agreement', 'propose', code, '--consumer', 'consumer', '--from', firstDay)
    const read = await done('agreement', 'accept', code, '--dry-run')
    expect(read).toContain('sanctioned load 5 kW, a bill every month, to be paid within 15 days')
    expect(await done('agreement', 'accept', code)).toContain('are agreed')
  })

  test('installs a meter and sets a rate of ₹5 per kWh', async () => {
    await done('meter', 'install', code, '--day', firstDay)
    const told = await done('rate', 'set', '--flat', '5.00', '--from', firstDay)
    expect(told).toContain(`Tariff 1 prices category 1 from ${firstDay}: ₹5.00 per kWh.`)
    expect(await done('show', 'rate')).toContain('all units  ₹5.00 per kWh')
  })

  test('signs 500 kWh by the meter and makes a bill of ₹2,500.00', async () => {
    const file = join(home.path, 'april.json')
    await done('reading', 'sign', code, '500', '--out', file)
    expect(await done('reading', 'submit', file)).toContain(`Bill 1 of ${code}: ₹2,500.00`)
    expect(await done('show', 'consumption', code)).toContain('500 kWh  signed by the meter')
    const bill = await home.json('show', 'bill', code)
    expect(bill).toMatchObject({
      number: 1,
      amountPaise: '250000',
      derivedPaise: '250000',
      agrees: true,
      lines: [{ kind: 'energy', formula: '500 × ₹5.00', amountPaise: '250000' }],
    })
  })

  test('pays ₹2,000, so that ₹500.00 stays, and says so before and after', async () => {
    await done('fund', 'consumer', '10,000')
    const shown = await done('pay', code, '2,000', '--dry-run')
    expect(shown).toContain('effect     balance ₹2,500.00 owed → ₹500.00 owed')
    const paid = await home.json('pay', code, '2,000')
    expect(paid['events']).toMatchObject([{ amountPaise: '200000', balancePaise: '50000' }])
    expect(await done('show', 'account', code)).toContain(`Account ${code}: ₹500.00 owed`)
  })

  test('pays ₹500 more, and nothing is owed', async () => {
    expect(await done('pay', code, '500')).toContain(`Paid ₹500.00 on ${code}: nothing owed.`)
    const { payments, balancePaise } = await home.json('show', 'payments', code)
    expect(balancePaise).toBe('0')
    expect(payments).toMatchObject([{ amountPaise: '200000' }, { amountPaise: '50000' }])
  })

  test('costs the consumer nothing but the bill, and the treasury gets it all', async () => {
    expect(await done('sweep', '--dry-run')).toContain('the contract holds ₹2,500.00 → ₹0.00')
    expect(await done('sweep')).toContain('Swept ₹2,500.00 to the treasury')
  })

  test('takes a receipt by UPI under a reference that says nothing, once only', async () => {
    await done('receipt', 'secret')
    const receipt = ['receipt', 'post', code, '50', '--channel', 'upi', '--reference', 'UTR 4123']
    const { events } = await home.json(...receipt)
    expect(events).toMatchObject([{ channel: 2, amountPaise: '5000', balancePaise: '-5000' }])
    expect(JSON.stringify(events)).not.toContain('4123')
    const again = await home.run([...receipt.slice(0, -1), 'utr4123'])
    expect(again).toMatchObject({ code: 1 })
    expect(again.stderr).toContain('was posted before: one receipt counts once')
  })

  test('finds the account by its code on the chain too, where a home does not know it', async () => {
    await rename(join(home.path, 'accounts.json'), join(home.path, 'accounts.old'))
    expect(await done('show', 'account', code.toLowerCase())).toContain('₹50.00 in credit')
    expect(await readFile(join(home.path, 'accounts.json'), 'utf8')).toContain(code)
  })

  test('leaves nothing pending', async () => {
    expect(await home.json('journal', 'list')).toEqual({ pending: [] })
  })
})
