import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { household, reference, waiting } from './exampleLedger.ts'
import { type OpenPortal, openPortal } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())

const hash = expect.stringMatching(/^0x[0-9a-f]{64}$/) as string

test('accounts name code, category and balance in paise', async () => {
  const { accounts } = await portal.json<{ accounts: unknown[] }>('/accounts.json')
  expect(accounts).toEqual([
    { code: codeOf(reference), category: 1, balancePaise: '0' },
    { code: codeOf(household), category: 2, balancePaise: '221600' },
    { code: codeOf(waiting), category: null, balancePaise: '0' },
  ])
})

test('the reference account tells its bill line by line and its payments with their balances', async () => {
  const answer = await portal.json(`/accounts/${codeOf(reference)}.json`)
  expect(answer).toMatchObject({
    account: { code: codeOf(reference), balancePaise: '0', head: { agrees: true } },
    bills: [
      {
        number: 1,
        start: '2026-10-01',
        end: '2026-11-01',
        wh: '500000',
        amountPaise: '250000',
        derivedPaise: '250000',
        agrees: true,
        status: 'settled',
        leftPaise: '0',
        lines: [{ kind: 'energy', formula: '500 × ₹5.00', amountPaise: '250000' }],
      },
    ],
    payments: [
      { amountPaise: '200000', balancePaise: '50000', transaction: hash, block: 18 },
      { amountPaise: '50000', balancePaise: '0', transaction: hash, block: 19 },
    ],
  })
})

test('the lines of every bill add up to it', async () => {
  const { bills } = await portal.json<{
    bills: { amountPaise: string; lines: { amountPaise: string }[] }[]
  }>(`/accounts/${codeOf(household)}.json`)
  expect(bills).toHaveLength(7)
  for (const { amountPaise, lines } of bills) {
    const sum = lines.reduce((total, line) => total + BigInt(line.amountPaise), 0n)
    expect(String(sum)).toBe(amountPaise)
  }
})

test('tariffs tell slabs, days and what replaced them', async () => {
  const { tariffs } = await portal.json<{ tariffs: object[] }>('/tariffs.json')
  expect(tariffs).toMatchObject([
    { tariff: 1, category: 1, effectiveFrom: '2026-01-01', until: null },
    { tariff: 2, category: 2, effectiveFrom: '2023-06-01', until: '2026-08-16', version: 1 },
    { tariff: 3, category: 2, effectiveFrom: '2026-08-16', until: null, version: 2 },
  ])
  expect(tariffs[1]).toMatchObject({
    slabs: [
      {
        upToWh: '120000',
        rateMilliPaisePerKWh: '570000',
        fuelMilliPaisePerKWh: '30000',
        subsidyMilliPaisePerKWh: '75000',
      },
      { upToWh: '240000', rateMilliPaisePerKWh: '700000' },
      { upToWh: null, rateMilliPaisePerKWh: '790000' },
    ],
    fixedPerKWPaise: '7000',
    dutyRateBasisPoints: 500,
    dutyBase: ['energy', 'fixed'],
  })
})

test('the status tells the newest block, the last stored and the last proven', async () => {
  expect(await portal.json('/status.json')).toMatchObject({
    chainHead: 20,
    indexed: 20,
    proven: 19,
    entries: 48,
    chainId: 20482,
    signers: [{ party: 'board' }, { party: 'consumer' }, { party: 'regulator' }],
  })
})

test('payments add up to what is owed', async () => {
  expect(await portal.json('/payments.json')).toMatchObject({
    totals: {
      billedPaise: '1584700',
      adjustedPaise: '0',
      paidPaise: '1363100',
      owedPaise: '221600',
    },
    next: null,
  })
})

test('a problem is JSON too where JSON was asked for', async () => {
  const answer = await portal.get('/accounts/HH0Z5-9PGFF-G.json')
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    error: { message: expect.stringContaining('its last symbol does not belong') as string },
  })
})
