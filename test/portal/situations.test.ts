import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { all } from '../../chain/cli/reconcile/xml.ts'
import { formatRupees } from '../../contracts/rules/money.ts'
import { paise } from '../../contracts/rules/units.ts'
import { createClient } from '../../migrations/connect.ts'
import { parsed } from '../chain/cli/reconcile/withoutElements.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import {
  codeFor,
  receiptReference,
  returnedCheque,
  type Situation,
  situations,
} from './situations.ts'

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

/** Bills whose corrections are not true to the record. */
const liedBills: Partial<Record<Situation, readonly number[]>> = { lied: [2], lies: [2, 3, 4] }

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
      liedBills[situation]?.includes(number) !== true,
    ])
  }
})

test('two sessions of one day take that day each in the station’s Green Button file', async () => {
  const address = `/accounts/${codeFor('station')}/green-button.xml`
  const feed = parsed(await (await town.get(address)).text())
  const periods = all(feed, 'entry/content/IntervalBlock/IntervalReading/timePeriod/duration')
  expect(periods.map(({ text }) => text)).toContain('86400')
  expect(periods.filter(({ text }) => text === '0')).toEqual([])
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
    expect(estimate).toContain('Bill 5, by a real reading, replaced it')
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
      wh: '171000',
      amountPaise: '114230',
      derivedPaise: '114230',
      reading: { presentWh: '346000' },
      original: { wh: '2871000', amountPaise: '2322020', presentWh: '3046000' },
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

test.each([
  [2, 'it corrects an estimate, and estimates are only replaced by real readings'],
  [3, 'it ends at register 500.000, but bill 4 counts from 530.000'],
  [4, 'it counts from register 180.000, but the reading before stands at 500.000'],
])('a false correction of bill %i says what it claims, and what was recorded', async (n, lie) => {
  expect((await bill('lies', n)).replaceAll(/\s+/g, ' ')).toContain(lie)
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

describe('a receipt’s reference', () => {
  test('leads to where it is recorded, from the slip and from the search field', async () => {
    const reference = receiptReference(0)
    const words = await town.words(`/references/${reference}`)
    expect(words).toMatch(/Recorded in block \d+/)
    expect(words).toContain(`Paid by UPI to account ${codeFor('station')}`)
    expect(await town.json(`/references/${reference}.json`)).toMatchObject({
      recorded: true,
      account: codeFor('station'),
      payment: { channel: 'upi', amountPaise: '16718' },
      reversal: null,
    })
    const found = await town.get(`/search?q=${reference}`)
    expect(found.headers.get('location')).toBe(`/references/${reference}`)
  })

  test('says where it was taken back', async () => {
    const words = await town.words(`/references/${returnedCheque}`)
    expect(words).toContain('This payment no longer counts')
    expect(words).toContain('taken back on 16 Feb 2026: cheque returned by the bank')
    expect(await town.json(`/references/${returnedCheque}.json`)).toMatchObject({
      recorded: true,
      reversal: { day: '2026-02-16', reason: 11 },
    })
  })

  test('that is not recorded yet says to keep the slip', async () => {
    const unknown = `0x${'ab'.repeat(32)}`
    expect(await town.words(`/references/${unknown}`)).toContain('Not recorded yet: keep this slip')
    expect(await town.json(`/references/${unknown}.json`)).toMatchObject({
      recorded: false,
      payment: null,
    })
  })
})

describe('tariffs', () => {
  test('tell what each changed against the one before it, and the withdrawn ones', async () => {
    const words = await town.words('/tariffs/3')
    expect(words).toContain('Version 2 for category 2, in force from 16 Apr 2026')
    expect(words).toMatch(/first 120 kWh a month: energy ?₹5.70 ?₹6.05 ?\+₹0.35/)
    expect(words).toMatch(/fixed charge per kW a month ?₹70.00 ?₹85.00 ?\+₹15.00/)
    expect(words).toMatch(/electricity duty ?none ?5% of energy charge and fixed charge/)
    expect(words).not.toContain('subsidy: ')
    const list = await town.words('/tariffs')
    expect(list).toMatch(/tariff 4 was to start 1 Dec 2026.*only the day.*withdrawn/)
    expect(list).toContain('An order that reaches back comes as an adjustment')
    expect(await town.words('/tariffs/4')).toContain('None so far')
  })

  test('list a corrected bill as corrected, and what the correction replaced as replaced', async () => {
    const words = await town.words('/tariffs/1')
    const revised = codeFor('revised')
    expect(words).toMatch(
      new RegExp(`${revised} ?bill 2 corrected ?1 Feb.{1,40}171 kWh ?₹1,142.30`),
    )
    expect(words).toMatch(
      new RegExp(`${revised} ?bill 2 replaced by a correction.{1,50}2,871 kWh ?₹23,220.20`),
    )
    const { priced } = await town.json<PricedList>('/tariffs/1.json')
    expect(
      priced.filter(({ account, fields }) => account === revised && fields.bill === 2),
    ).toMatchObject([
      { fields: { revision: 1 }, isSuperseded: false },
      { fields: { revision: 0 }, isSuperseded: true },
    ])
    expect(await town.words('/tariffs/2')).toContain(`${codeFor('station')}session 3`)
  })

  test('say what each charged in all, as the parts that stand add up, on their page, in the list and in its file', async () => {
    const { tariffs } = await town.json<{ tariffs: { tariff: number; inAll: InAll }[] }>(
      '/tariffs.json',
    )
    const listed = await town.words('/tariffs')
    for (const { tariff, inAll } of tariffs) {
      const csv = await (await town.get(`/tariffs/${tariff}.csv`)).text()
      const parts = parse<Record<string, string>>(csv, { columns: true }).filter(
        ({ isSuperseded }) => isSuperseded === 'false',
      )
      const sum = (name: string) =>
        String(parts.reduce((total, part) => total + BigInt(part[name] ?? ''), 0n))
      expect(inAll).toEqual({
        parts: parts.length,
        wh: sum('wh'),
        chargePaise: sum('chargePaise'),
      })
      if (parts.length === 0) continue
      const charge = formatRupees(paise(BigInt(inAll.chargePaise)))
      expect(listed).toContain(charge)
      const words = await town.words(`/tariffs/${tariff}`)
      expect(words).toContain(`${parts.length} parts of bills: `)
      expect(words).toContain(`${charge} in all, before bills are rounded.`)
    }
    expect(tariffs.some(({ inAll }) => inAll.parts === 0)).toBe(true)
  })

  test('list the bills that each priced, page by page, every part once', async () => {
    const seen: string[] = []
    let address = '/tariffs/1.json?before=999999-0'
    for (;;) {
      const { priced, next } = await town.json<PricedList>(address)
      for (const { accountId, seq } of priced) seen.push(`${accountId}/${seq}`)
      if (next === null) break
      address = next.replace('/tariffs/1', '/tariffs/1.json')
    }
    const [first] = (await town.json<PricedList>('/tariffs/1.json')).priced.slice(3)
    const after = `/tariffs/1.json?before=${first?.block}-${first?.logIndex}`
    const rest = (await town.json<PricedList>(after)).priced
    expect(rest.map(({ accountId, seq }) => `${accountId}/${seq}`)).toEqual(seen.slice(4, 54))
    const { entries } = await chargesOf(1)
    expect(seen.toSorted()).toEqual(entries.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
  })
})

interface InAll {
  parts: number
  wh: string
  chargePaise: string
}

interface PricedList {
  priced: {
    account: string
    accountId: string
    seq: number
    block: number
    logIndex: number
    fields: { bill: number }
    isSuperseded: boolean
  }[]
  next: string | null
}

/** Every charge at a tariff, as the accounts' own pages tell them. */
const chargesOf = async (tariff: number) => {
  const entries: string[] = []
  for (const situation of situations) {
    const { bills } = await town.json<{ bills: ChargedBill[] }>(
      `/accounts/${codeFor(situation)}.json`,
    )
    for (const { charges, original, revisions } of bills)
      for (const charge of [
        ...(original?.charges ?? charges),
        ...revisions.flatMap((each) => each.charges),
      ])
        if (charge.fields.tariff === tariff) entries.push(`${charge.accountId}/${charge.seq}`)
  }
  return { entries }
}

interface Charged {
  accountId: string
  seq: number
  fields: { tariff: number }
}
interface ChargedBill {
  charges: Charged[]
  original: { charges: Charged[] } | null
  revisions: { charges: Charged[] }[]
}

describe('control totals', () => {
  test('agree period by period and for ever, proven by the state of the newest block', async () => {
    const words = await town.words('/totals')
    expect(words).toContain('PASS: they agree to the paisa')
    const totals = await town.json<{ ever: object; periods: { agrees: boolean }[] }>('/totals.json')
    const { billed, adjusted, paid } = await town.chain.totals()
    expect(totals.ever).toMatchObject({
      agrees: true,
      contract: {
        billedPaise: String(billed),
        adjustedPaise: String(adjusted),
        paidPaise: String(paid),
        closingPaise: String(billed + adjusted - paid),
      },
    })
    expect(totals.periods).toHaveLength(7)
    // The last month was closed between two readings of one block.
    expect(totals.periods.at(-1)).not.toMatchObject({ here: { billedPaise: '0' } })
    expect(totals.periods.every(({ agrees }) => agrees)).toBe(true)
  })

  test('that were altered in the database fail, in words, with the difference', async () => {
    const owner = createClient(town.database.url)
    await owner.connect()
    const altering = (sign: '+' | '-') =>
      owner.query(
        `update day_total set amount_paise = amount_paise ${sign} 100
         where kind = 'payment' and day = (select min(day) from day_total where kind = 'payment')`,
      )
    expect(await town.words('/totals')).toContain('PASS: they agree to the paisa')
    await altering('+')
    try {
      // At once, also for months that were closed and shown before.
      const words = await town.words('/totals')
      expect(words).toContain('FAIL: the two don’t agree for 8 periods')
      expect(words).toMatch(/Paid, less what was taken back ?₹\S+ ?₹\S+ ?\+₹1.00/)
      expect(words).toMatch(/Owed by all accounts together ?₹\S+ ?₹\S+ ?−₹1.00/)
    } finally {
      await altering('-')
      await owner.end()
    }
  })
})

test('every kind of entry reads as a sentence', async () => {
  const words = await wholeLedger()
  const of = (situation: Situation) => codeFor(situation)
  for (const sentence of [
    `Terms proposed to ${of('changed')}: 4 kW, billed monthly, from 1 Aug 2026`,
    `Terms accepted for ${of('changed')}: 3 kW, billed monthly, from 1 May 2026`,
    'in place of one that was read out at 41,641.5 kWh; 71.5 kWh go into the next bill',
    `Estimate of 413.559 kWh for ${of('estimated')} up to 30 Apr 2026: bill 4`,
    `Reading of 21.25 kWh for ${of('station')} on 9 Jan 2026, signed by the meter: session 3`,
    `Final reading of 85 kWh for ${of('closed')} on 20 Feb 2026, with evidence; it closes the account: bill 2`,
    `charged to ${of('station')} for 21.25 kWh in the same day at tariff 2, in session 3`,
    `charged anew to ${of('revised')} for 171 kWh in 28 days at tariff 1, in bill 2`,
    `Payment of ₹1,500.00 by ${of('money')}, bank transfer, taken back: cheque returned by the bank`,
    `Bill 2 of ${of('revised')} corrected, register misread: now 171 kWh, −₹22,077.90`,
    `₹6,000.00 of bill 1 of ${of('open')} disputed by the consumer`,
    `Dispute of bill 1 of ${of('upheld')} decided by the regulator: the bill stands`,
    `₹1,845.00 credited to ${of('money')}, retrospective order of the regulator, for bill 1`,
    `₹450.00 added to ${of('money')}, opening arrears taken over from the old books`,
    'owed by all accounts together',
    'may act as the board’s cashier',
    'Tariff 4 of category 2 withdrawn; it was to start on 1 Dec 2026',
    '₹5,000.00 of payments on the chain sent on to the board’s treasury',
  ])
    expect(words).toContain(sentence)
})

test('a station’s bills are sessions in a list of nothing but bills too', async () => {
  const words = await town.words(`/ledger?kind=bill&account=${codeFor('station')}`)
  expect(words).toContain(`billed to ${codeFor('station')} for 9 Jan 2026: session 3`)
  expect(words).not.toMatch(/: bill \d/)
})

/** The words of every page of the ledger, one after another. */
const wholeLedger = async (): Promise<string> => {
  const pages: string[] = []
  let address: string | null = '/ledger'
  while (address !== null) {
    pages.push(await town.words(address))
    const { next }: { next: string | null } = await town.json(
      address.replace('/ledger', '/ledger.json'),
    )
    address = next
  }
  return pages.join(' ').replaceAll(/\s+/g, ' ')
}
