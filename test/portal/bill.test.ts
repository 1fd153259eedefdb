import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hexOf } from '../../contracts/events/hex.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { createClient } from '../../migrations/connect.ts'
import { qr } from '../../portal/show/qr.ts'
import { household, reference } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())
afterEach(() => {
  portal.node.says = 'the truth'
})

const home = codeOf(household)
const bill = (number: number) => `/accounts/${home}/bills/${number}`
const words = async (address: string) => wordsOf(await portal.text(address))

test('a bill can be followed with a pencil from the register to what is left to pay', async () => {
  const page = await words(bill(6))
  const steps = [
    '₹1,785.00',
    'overdue ₹785.00 left; it was due on 17 Oct 2026',
    'Worked out here: ₹1,785.00. On the chain: ₹1,785.00. They agree, line by line.',
    'Entries 1 to 32 give the fingerprint that the chain has',
    'end of 30 Sep 202643,714.500signed by the meter',
    '(43,714.500 − 43,470.500) × 1 = 244 kWh',
    'in force from 16 Aug 2026 by the order',
    'first 120 kWh120 × ₹5.70₹684.00',
    'fuel adjustment120 × ₹0.30₹36.00',
    'subsidy−120 × ₹0.75−₹90.00',
    '₹80.00 × 2 kW × 1 month₹160.00',
    '5 % × ₹1,715.60₹85.78',
    'Roundingto whole rupees₹0.42',
    '9 Oct 2026UPI₹1,000.00₹785.00',
    'Left to pay: ₹785.00',
  ]
  let from = 0
  for (const step of steps) {
    const at = page.replaceAll('> <', '><').indexOf(step, from)
    expect(
      at,
      `"${step}" after what comes before it in ${page.slice(from, from + 2000)}`,
    ).toBeGreaterThan(-1)
    from = at
  }
})

test('the reference bill is 500 kWh at ₹5, paid in two instalments', async () => {
  const page = await words(`/accounts/${codeOf(reference)}/bills/1`)
  expect(page).toContain('500 × ₹5.00')
  expect(page).toContain('₹2,500.00')
  expect(page).toMatch(/on the chain\s*₹2,000.00\s*₹500.00/)
  expect(page).toMatch(/on the chain\s*₹500.00\s*₹0.00/)
  expect(page).toContain('Paid in full, nothing left')
})

test('a bill cut at a tariff change says how its units were shared, and why each rate', async () => {
  const page = await words(bill(5))
  expect(page).toContain('1 Aug to 15 Aug 2026 (15 days): 133.79 kWh')
  expect(page).toContain('276.5 kWh × 15 of 31 days = 133.79 kWh')
  expect(page).toContain('the next one, tariff 3, starts on 16 Aug 2026, after this')
  expect(page).toContain('16 Aug to 31 Aug 2026 (16 days): 142.71 kWh')
})

test('a payment that settled a bill only in part says what stayed', async () => {
  const { instalments } = await portal.json<{ instalments: object[] }>(`${bill(5)}.json`)
  expect(instalments).toMatchObject([
    { settledPaise: '155400', leftPaise: '50000', event: 'PaymentMade' },
    { settledPaise: '50000', leftPaise: '0', event: 'PaymentMade' },
  ])
})

test('where the chain has another history, that comes first, with both fingerprints', async () => {
  portal.node.says = 'another head'
  await portal.ledger.report()
  const page = await words(bill(6))
  const warning = page.indexOf('This page does not show what the chain has')
  expect(warning).toBeGreaterThan(-1)
  expect(warning).toBeLessThan(page.indexOf('What the meter said'))
  expect(page.indexOf('₹785.00 left')).toBeGreaterThan(warning)
  expect(page).toContain(`On the chain: 0x${'12'.repeat(32)}`)
  const { account } = await portal.json<{ account: object }>(`/accounts/${home}.json`)
  expect(account).toMatchObject({ head: { agrees: false, chain: `0x${'12'.repeat(32)}` } })
})

test('where the node can’t be asked, the page says that it was not compared', async () => {
  portal.node.says = 'nothing'
  await portal.ledger.report()
  const page = await words(bill(6))
  expect(page).toContain('Not compared with the chain just now. The node does not answer just now.')
  expect(page).toContain('Worked out here: ₹1,785.00')
  const { account } = await portal.json<{ account: object }>(`/accounts/${home}.json`)
  expect(account).toMatchObject({ head: { agrees: null, chain: null } })
})

test('a bill altered in the database is caught twice: by its working and by the fingerprint', async () => {
  const owner = createClient(portal.database.url)
  await owner.connect()
  await owner.query(
    'update bill set amount_paise = amount_paise + 100 where account = $1 and number = 6',
    [Buffer.from(household.slice(2), 'hex')],
  )
  try {
    const page = await words(bill(6))
    const warning = page.indexOf('This bill is not what its reading and its rate make it')
    expect(warning).toBeGreaterThan(-1)
    expect(warning).toBeLessThan(page.indexOf('What the meter said'))
    expect(page).toContain('Worked out here: ₹1,785.00. On the chain: ₹1,786.00')
    expect(page).toContain('bill: ₹1,785.00 here, ₹1,786.00 on the chain')
    expect(page).toContain('This page does not show what the chain has')
    const account = await words(`/accounts/${home}`)
    expect(account).toContain('One bill is not what readings and rates make of them: bill 6')
  } finally {
    await owner.query(
      'update bill set amount_paise = amount_paise - 100 where account = $1 and number = 6',
      [Buffer.from(household.slice(2), 'hex')],
    )
    await owner.end()
  }
})

test('on paper a code holds the bill’s address and the fingerprint, beside how to verify it', async () => {
  const page = await portal.text(bill(6))
  const head = hexOf(portal.ledger.heads.get(household) ?? new Uint8Array(32))
  const address = `http://localhost${bill(6)}#${head}`
  const printed = wordsOf(page)
  expect(page).toContain(
    qr(address, 'Address of this bill, with the fingerprint of its account').text,
  )
  expect(printed).toContain('To verify: scan the code, download the evidence there')
  expect(printed).toContain(`Entries 1 to 32 of the account give the fingerprint${head}`)
})
