import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { accountOf, codeFor, returnedCheque, type Situation } from './situations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

const pageOf = (situation: Situation, number?: number) =>
  `/accounts/${codeFor(situation)}${number === undefined ? '' : `/bills/${number}`}`
const words = (situation: Situation, number?: number) => town.words(pageOf(situation, number))
const text = async (address: string) => (await town.get(address)).text()
const account = async (situation: Situation) =>
  town.json<{ account: object; bills: object[] }>(`${pageOf(situation)}.json`)

describe('what a dispute holds back', () => {
  test('is never part of what an account is told to pay', async () => {
    const page = await words('open')
    expect(page).toMatch(
      /₹2,000.00 overdue ₹2,000.00 was due on 16 Jun 2026; ₹6,000.00 held back while disputed/,
    )
    expect((await account('open')).account).toMatchObject({ heldBackPaise: '600000' })
  })

  test('is told apart at the foot of its bill, and in the command that disputes', async () => {
    const page = await words('open', 1)
    expect(page).toContain('Left to pay: ₹2,000.00; ₹6,000.00 held back while disputed')
    expect(page).toMatch(
      /Disputed on 4 Jun 2026 ?₹6,000.00 \(entry \d+\). Hash of the reason: 0x\w{64}/,
    )
  })

  test('had a decision, whose hash stands on its bill', async () => {
    expect(await words('upheld', 1)).toMatch(/Hash of the decision: 0x[0-9a-f]{64}/)
    expect(await words('revised', 2)).toMatch(/Document’s hash ?0x[0-9a-f]{64}/)
  })
})

describe('a refund', () => {
  test('is no part of what its bill asks', async () => {
    const page = await words('refunded', 1)
    expect(page).toContain('31 Jan 2026 (31 days) ₹843.00 settled Paid in full')
    expect(page).toContain('It was paid twice; the second ₹843.00 was paid back on 22 Feb 2026')
    expect(page).toMatch(/8 Feb 2026 ?UPI ?₹843.00 ?₹0.00/)
    expect(page).toMatch(/9 Feb 2026 ?card ?₹843.00 ?₹843.00 too much/)
    expect(page).toMatch(/22 Feb 2026 ?paid back: refund of a credit ?−₹843.00 ?₹0.00/)
    expect(page).not.toContain('₹1,686.00')
    expect(page).not.toContain('added later')
    expect(page).toMatch(/Issued1 Feb 2026.*Settled8 Feb 2026.*Paid back22 Feb 2026/)
    expect(await words('refunded')).toMatch(/Bill 1.{1,60}130 kWh ?₹843.00 ?₹0.00 ?settled/)
    expect((await account('refunded')).bills[0]).toMatchObject({
      asksPaise: '84300',
      refundedPaise: '84300',
      leftPaise: '0',
    })
  })

  test('that the bill still needed falls due again, under its own name', async () => {
    const page = await words('money', 2)
    expect(page).toContain('A credit was paid back: ₹500.00 on 12 Apr 2026')
  })
})

describe('credits', () => {
  test('given in the name of a bill say where they went, and don’t settle it', async () => {
    const page = await words('money', 1)
    expect(page).toMatch(/A credit of ₹1,845.00 was given for this bill on 5 Mar 2026/)
    expect(page).toMatch(/order of the regulator, entry \d+\): used by opening arrears \(bill 0\)/)
    expect(await words('money')).toMatch(/bill 1; used by opening arrears \(bill 0\) \(₹450.00\)/)
  })

  test('that are bills say so at once, and which bills they paid', async () => {
    const page = await words('credit', 3)
    expect(page).toMatch(/−₹[\d,.]+ credit It asks for nothing: it is a credit, used by bill 4/)
    expect(page).not.toContain('wattledger -- dispute')
    expect(await words('credit', 4)).toContain('credit of bill 3')
    expect(await words('credit')).toMatch(/₹[\d,.]+ credit/)
  })
})

test('a cheque that bounced leaves its trace on the bill that it had paid', async () => {
  const page = await words('money', 1)
  expect(page).toMatch(/10 Feb 2026 ?bank transfer taken back later ?₹1,050.00/)
  expect(page).toMatch(/taken back \(bank transfer\): cheque returned by the bank ?−₹1,050.00/)
  expect(page).toContain('Payment taken back')
  const { bills } = await town.json<{ bills: unknown }>(`${pageOf('money')}.json`)
  expect(bills).toBeDefined()
  const { instalments } = await town.json<{ instalments: { kind: string }[] }>(
    `${pageOf('money', 1)}.json`,
  )
  expect(instalments.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['taken back', 'reversal', 'paid']),
  )
})

test('money that a correction freed is told so on the later bill that it pays', async () => {
  const page = await words('freed', 3)
  expect(page).toMatch(/freed by the correction of bill 2 \(entry \d+\)/)
  expect(page).toMatch(/Settled ?6 May 2026/)
})

test('a receipt taken back is marked among the payments, and leads to its page', async () => {
  const html = await text('/payments')
  expect(html).toContain(`/references/${returnedCheque}`)
  expect(await town.words('/payments')).toMatch(/bank transfer taken back 16 Feb 2026 ?₹1,500.00/)
  const { payments } = await town.json<{ payments: { reference: string; reversed: boolean }[] }>(
    '/payments.json',
  )
  const reversed = payments.filter((payment) => payment.reversed)
  expect(reversed.map(({ reference }) => reference)).toEqual([returnedCheque])
})

describe('terms', () => {
  test('that start later are not told as the present ones', async () => {
    const page = await words('coming')
    expect(page).toMatch(/2 kW, category 2, billed monthly, 15 days to pay; from 1 Aug 2026: 5 kW/)
    expect((await account('coming')).account).toMatchObject({
      category: 2,
      loadW: '2000',
      termsToCome: [{ firstDay: '2026-08-01', category: 3, loadW: '5000' }],
    })
    const { accounts } = await town.json<{ accounts: { code: string; category: number }[] }>(
      '/accounts.json',
    )
    expect(accounts.find(({ code }) => code === codeFor('coming'))?.category).toBe(2)
    expect(await words('future')).toContain('From 1 Aug 2026: 2 kW')
    expect((await account('future')).account).toMatchObject({ category: null })
  })

  test('that wait stand on the first screen, with what accepts them', async () => {
    const page = await words('changed')
    expect(page).toContain('The board offers other terms from 1 Aug 2026: 4 kW')
    expect(page).toContain(`npm run wattledger -- agreement accept ${codeFor('changed')}`)
    expect(page.indexOf('The board offers')).toBeLessThan(page.indexOf('Print'))
  })
})

describe('meters', () => {
  test('of a closed account no longer count', async () => {
    const page = await words('closed')
    expect(page).not.toContain('in use')
    expect(page).toContain('Read for the last time on 20 Feb 2026 at 245.000 kWh')
  })

  test('that were replaced have their read-out among the readings, and where it rests', async () => {
    expect(await words('replaced')).toMatch(
      /12 Mar 2026 ?41,641.500 ?71.5 kWh ?old meter, read out when it was replaced/,
    )
    expect(await words('replaced', 3)).toMatch(
      /old meter, before ?41,570.000 ?signed by the meter ?entry \d+/,
    )
  })
})

test('the slabs of a part of a quarter follow from the tariff’s limits', async () => {
  expect(await words('quarter', 1)).toMatch(/first 360 kWh 120 × 3 months ?360 × ₹5.70/)
  const page = await words('quarter', 2)
  expect(page).toContain('first 59.34 kWh 120 × 15/91 × 3 months')
  expect(page).toContain('up to 118.681 = 240 × 15/91 × 3 months')
})

test('a tariff without an order says that none was recorded', async () => {
  expect(await words('station', 1)).toMatch(/\(entry 1, recorded without an order\)/)
  const tariff = await town.words('/tariffs/2')
  expect(tariff).toMatch(/Hash of the tariff order ?none was recorded/)
  expect(tariff).not.toContain('0x0000')
})

test('a charging session has its registers and its own words', async () => {
  const page = await words('station', 2)
  expect(page).toContain('since the session before it, read on 4 Jan 2026, to the reading of 9 Jan')
  expect(page).toContain('register from 18.400 to 41.750 kWh')
  expect(page).not.toContain('to a multiple of')
  const station = await words('station')
  expect(station).toContain('to pay at once')
  expect(station).toMatch(/UPI ?−₹[\d,.]+ ?session 1/)
  expect(station).not.toMatch(/\bbill \d/)
})

test('arrears from the old books are called bill 0 and lead to their entry', async () => {
  const html = await text(pageOf('money'))
  expect(html).toContain(`href="${pageOf('money')}#arrears"`)
  expect(await words('money')).toMatch(
    /Opening arrears \(bill 0\) ?from the books before, entry \d+/,
  )
})

test('one bill agrees, in the singular', async () => {
  expect(await words('instalments')).toMatch(/The bill was worked out again.*, and agrees with/)
})

describe('control totals', () => {
  test('name their periods and lead to their entries', async () => {
    expect(await town.words('/totals')).toContain('3 Mar to 2 Apr 2026 (31 days)')
    const html = await text('/totals')
    for (const start of ['/ledger?kind=bill&amp;before=', '/payments?before='])
      expect(html).toContain(`href="${start}`)
  })

  test('are asked once: a browser that has them is told so', async () => {
    const tag = (await town.get('/totals')).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/".*pass-0"$/)
    expect((await town.get('/totals', { 'if-none-match': tag })).status).toBe(304)
  })
})

test('paper has whole hashes of transactions, and the address of the page', async () => {
  const html = await text(pageOf('refunded', 1))
  expect(html).toMatch(/class="hash nowrap whole-on-paper" title="0x[0-9a-f]{64}"/)
  expect(html).toContain(`<p class="place">http://localhost${pageOf('refunded', 1)}</p>`)
  expect(accountOf('refunded')).toMatch(/^0x/)
})
