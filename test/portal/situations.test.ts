import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, type Situation, situations } from './situations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

const account = (situation: Situation) => town.words(`/accounts/${codeFor(situation)}`)
const bill = (situation: Situation, number: number) =>
  town.words(`/accounts/${codeFor(situation)}/bills/${number}`)
const billData = async (situation: Situation, number: number) =>
  (await town.json<{ bill: object }>(`/accounts/${codeFor(situation)}/bills/${number}.json`)).bill

test.each(situations)('%s: every bill stands, and nothing was left out', async (situation) => {
  const { bills } = await town.json<{ bills: { number: number; agrees: boolean }[] }>(
    `/accounts/${codeFor(situation)}.json`,
  )
  expect(await account(situation)).toContain('Nothing left out')
  for (const { number, agrees } of bills) {
    const words = await bill(situation, number)
    expect(words).toContain('Nothing left out')
    expect(words).not.toMatch(/undefined|NaN|\[object/)
    expect([situation, number, agrees]).toEqual([
      situation,
      number,
      situation !== 'lied' || number !== 2,
    ])
  }
})

describe('agreements', () => {
  test('name both parties’ acts, what changed, and what waits', async () => {
    const words = await account('changed')
    const acts = [
      'From 1 Aug 2026 waits for acceptance',
      'Changed: 3 kW becomes 4 kW.',
      'nothing is charged by it before it is accepted',
      'From 1 May 2026 in force',
      'Changed: a new key for the consumer.',
      'Accepted by the regulator, in the consumer’s place, on 2 May 2026',
      'From 16 Mar 2026 past',
      'Changed: 2 kW becomes 3 kW and 2 instead of 1 instalments.',
      'Proposed by the board’s operations on 10 Mar 2026',
      'Accepted by the consumer’s key on 10 Mar 2026',
      'From 1 Jan 2026 past',
    ]
    const places = acts.map((act) => words.indexOf(act))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('by which a bill falls due in instalments say each with its day', async () => {
    const words = await bill('instalments', 1)
    expect(words).toContain('₹6,332.00 left; the first of it was due on 16 May 2026')
    expect(words).toMatch(/instalment 1 of 3 ?16 Apr 2026₹3,277.34₹0.00 ?paid/)
    expect(words).toMatch(/instalment 2 of 3 ?16 May 2026₹3,277.33₹3,054.67 ?overdue/)
    expect(await account('instalments')).toContain('bill 1, instalment 2 of 3')
  })

  test('end with a final reading', async () => {
    expect(await account('closed')).toContain('Closed by a final reading on 20 Feb 2026')
    expect(await bill('closed', 2)).toContain('This is the closing bill')
  })
})

describe('readings', () => {
  test('of estimates are trued up by the next real one, across a change of rates, with what they charged as lines', async () => {
    const words = await bill('estimated', 5)
    expect(words).toContain('takes off what bill 3 and bill 4 had already charged: ₹2,885.23')
    expect(words).toContain('1 Mar to 15 Apr 2026 (46 days): 307.5 kWh')
    expect(words).toMatch(/Already charged by bill 3 ?an estimate ?−₹1,428.23/)
    expect(words).toMatch(/Already charged by bill 4 ?an estimate ?−₹1,457.00/)
    const estimate = await bill('estimated', 4)
    expect(estimate).toContain('The units are what this account usually uses, as the rule says')
    expect(estimate).toContain('bill 5, by a real reading, replaced it')
    expect(await billData('estimated', 4)).toMatchObject({ estimate: { state: 'as usual' } })
  })

  test('that were estimated otherwise than by the rule, or from nothing, are pointed out', async () => {
    expect(await account('odd')).toContain('2 estimates depart from the rule for estimates')
    expect(await bill('odd', 1)).toContain('There was no real reading before it to estimate from')
    const words = await bill('odd', 3)
    expect(words).toContain('It is not what the rule gives.')
    // 310 kWh in 59 days make 162.881 in 31.
    expect(words).toContain('This account usually uses 162.881 kWh in so many days')
    expect(await billData('odd', 3)).toMatchObject({
      estimate: { state: 'departs', expectedWh: '162881', bills: [2] },
    })
  })

  test('count what a replaced meter had still measured, as a line of its own', async () => {
    const words = await bill('replaced', 3)
    expect(words).toContain('The meter was replaced on 12 Mar 2026, within this period')
    expect(words).toMatch(/Old meter, up to 12 Mar 2026 ?\(41,641.500 − 41,570.000\) × 1 ?71.5 kWh/)
    expect(words).toMatch(/New meter ?\(64.250 − 0.000\) × 2 ?128.5 kWh/)
    const page = await account('replaced')
    expect(page).toContain('Read out at 41,641.500 kWh when it was replaced on 12 Mar 2026')
    expect(page).toContain('the 71.5 kWh it had counted since its last reading')
  })

  test('of a register that turned over say so', async () => {
    const words = await bill('rolled', 2)
    expect(words).toContain('it goes back to 0 after 99,999.999')
    expect(words).toContain('(55.000 + 1,00,000.000 − 99,880.000) × 1 = 175 kWh')
  })

  test('of a charging station read like a receipt', async () => {
    const words = await bill('station', 3)
    expect(words).toContain('Charging session 3, 9 Jan 2026')
    expect(words).toMatch(/Energy ?21.25 kWh × ₹8.50 ?₹180.63/)
    expect(words).toContain('after the session before it on the same day')
    expect(words).toContain('₹8.93 per kWh, all in')
  })
})

describe('corrections', () => {
  test('show before, after and difference, why and by whom, and the bill’s life', async () => {
    const words = await bill('revised', 2)
    expect(words).toContain('As issued ₹23,220.20, as corrected ₹1,142.30')
    expect(words).toMatch(/Register at the end ?3,046.000 ?346.000 ?−2,700 kWh/)
    expect(words).toMatch(/Bill ?₹23,220.20 ?₹1,142.30 ?−₹22,077.90/)
    expect(words).toMatch(/Why ?register misread/)
    expect(words).toMatch(/By whom ?the board’s operations/)
    expect(words).toMatch(/Issued.*Disputed.*Granted.*Corrected.*Settled.*nothing left to pay/)
    expect(words).toContain('(346.000 − 175.000) × 1 = 171 kWh')
    expect(await billData('revised', 2)).toMatchObject({
      amountPaise: '2322020',
      asksPaise: '114230',
      agrees: true,
      revisions: [{ isTrue: true, amountAfterPaise: '114230', derivedPaise: '114230' }],
    })
  })

  test('of two bills that share a register begin where the other ends', async () => {
    expect(await bill('pair', 3)).toMatch(/Register at the start ?480.000 ?365.000 ?−115 kWh/)
    expect(await billData('pair', 3)).toMatchObject({ revisions: [{ isTrue: true }] })
  })

  test('that name a false original are the first thing on the page', async () => {
    const words = await bill('lied', 2)
    const alarm = words.indexOf('The correction of 10 Mar 2026 is not true to the record')
    expect(alarm).toBeGreaterThan(-1)
    expect(alarm).toBeLessThan(words.indexOf('left; '))
    expect(words).toContain('this bill would be ₹1,354.00; on the chain it is ₹2,000.00')
    expect(words).toContain('₹1,354.00 by the record, ₹1,000.00 in the correction')
    expect(words).toContain('units: 200 kWh by the record, 240 kWh in the correction')
    expect(words).not.toContain('What the correction says it corrects is what was recorded')
    expect(await account('lied')).toContain('One bill is not what readings and rates make of them')
  })
})

describe('disputes', () => {
  test('hold back what they name, and leave the rest payable', async () => {
    const words = await bill('open', 1)
    expect(words).toContain('₹6,000.00 of this bill is disputed')
    expect(words).toContain('₹6,000.00 is held back')
    expect(words).toContain('₹2,000.00 stays payable as usual')
    expect(words).toMatch(/Decided ?the regulator has not decided yet/)
    expect(await account('open')).toContain('₹2,000.00 was due on 16 Jun 2026')
    expect(await billData('open', 1)).toMatchObject({ isDisputed: true, heldBackPaise: '600000' })
  })

  test('that were turned down leave the bill as it is', async () => {
    const words = await bill('upheld', 1)
    expect(words).toMatch(/Issued.*Disputed.*Upheld.*the regulator: the bill stands.*Settled/)
  })
})

test('money that is neither bill nor payment says what it is, and why', async () => {
  const words = await account('money')
  expect(words).toContain('Adjustment: opening arrears taken over from the old books')
  expect(words).toContain('Paid, bank transfer; taken back 16 Feb 2026')
  expect(words).toContain('Payment taken back (bank transfer): cheque returned by the bank')
  expect(words).toContain('Adjustment: retrospective order of the regulator, by the regulator')
  expect(words).toMatch(/Adjustment: refund of a credit,\s+by the board’s operations ?\+₹500.00/)
  expect(await town.json(`/accounts/${codeFor('money')}.json`)).toMatchObject({
    reversals: [{ fields: { amountPaise: '150000', reason: 11 } }],
    adjustments: [{ fields: { reason: 1 } }, { fields: { reason: 2 } }, { fields: { reason: 3 } }],
  })
})
