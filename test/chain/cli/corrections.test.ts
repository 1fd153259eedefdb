import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Domain, startDomain } from './domain.ts'

// Nothing is edited: a revision, an adjustment, a reversal or a decision is an entry beside what it is about.
let domain: Domain
let code: string
let document: string

beforeAll(async () => {
  domain = await startDomain()
  ;({ code, document } = domain)
  await domain.home.json('fund', 'consumer', '10,000')
})
afterAll(async () => {
  await domain[Symbol.asyncDispose]()
})

describe('a revision', () => {
  const revise = (...pairs: string[]) => [
    'revise',
    code,
    ...pairs,
    '--reason',
    '21',
    '--document',
    document,
  ]

  test('shows before, after and the difference, and records nothing in a dry run', async () => {
    const shown = await domain.done(...revise('1=450'), '--dry-run')
    expect(shown).toContain('register 500 kWh → 450 kWh')
    expect(shown).toContain('bill ₹2,500.00 → ₹2,250.00, difference −₹250.00')
    expect(shown).toContain('balance ₹2,500.00 owed → ₹2,250.00 owed')
    expect(shown).toMatch(/corrections 1:\n.*bill: 1\n.*revision: 1/)
    expect(await domain.home.json('show', 'bill', code)).toMatchObject({ revisions: [] })
  })

  test('restates the register, and the bill tells the story', async () => {
    expect(await domain.done(...revise('1=450'))).toContain('charges ₹2,500.00 → ₹2,250.00')
    const shown = await domain.done('show', 'bill', code)
    expect(shown).toContain('(450.000 − 0.000) × 1 = 450 kWh')
    expect(shown).toMatch(/Revised {2}no\. 1, register misread.*−₹250\.00 on the bill/)
    expect(shown).toContain('Derived here ₹2,250.00 = on chain ₹2,250.00.')
  })

  test('of a reading in the middle charges the next one anew with it', async () => {
    await domain.pass(30)
    await domain.home.json('reading', 'enter', code, '800', '--evidence', document)
    const told = await domain.done(...revise('1=460'))
    expect(told).toContain('Bill 1 of')
    expect(told).toContain('revision 2: 460 kWh')
    expect(told).toContain('Bill 2 of')
    expect(told).toMatch(/revision 1: 340 kWh, charges ₹1,750\.00 → ₹1,700\.00/)
    expect(await domain.home.json('show', 'bill', code, '2')).toMatchObject({
      agrees: true,
      amountPaise: '170000',
    })
  })

  test('is refused where it goes back, changes nothing, or names no such bill or reason', async () => {
    expect(await domain.refused(...revise('1=900'))).toMatch(
      /^1: Bill 2 of .* can't be restated like this \(with --rollover/,
    )
    expect(await domain.refused(...revise('1=460'))).toMatch(/^1: .* nothing to restate/)
    expect(await domain.refused(...revise('7=460'))).toMatch(/^1: .* has no bill 7/)
    expect(await domain.refused(...revise('1:460'))).toMatch(/^2: "1:460" names no bill/)
    const [, , , ...rest] = revise()
    expect(rest).toContain('21')
    expect(
      await domain.refused('revise', code, '1=1', '--reason', '99', '--document', document),
    ).toMatch(/^2: There is no reason "99": choose a code from 1 \(opening arrears/)
  })
})

describe('a dispute', () => {
  test('keeps its reason in a file whose hash is on the chain', async () => {
    expect(await domain.refused('dispute', code, '1', '99999', '--reason', 'x')).toMatch(
      /^1: Bill 1 of \S+ asks ₹[\d,.]+, less than the ₹99,999\.00/,
    )
    const told = await domain.home.json('dispute', code, '1', '500', '--reason', 'Not my meter.')
    expect(await readFile(String(told['reasonFile']), 'utf8')).toBe('Not my meter.\n')
    expect(told['events']).toMatchObject([
      { event: 'BillDisputed', reasonHash: told['reasonHash'] },
    ])
    expect(await domain.done('show', 'bill', code, '1')).toMatch(
      /Disputed ₹500\.00 of it.*\n.*dispute open, ₹500\.00 held back/,
    )
  })

  test('is raised once, and by the consumer', async () => {
    expect(await domain.refused('dispute', code, '1', '--reason', 'again')).toMatch(/open already/)
    expect(await domain.refused('dispute', code, '2', '--reason', 'x', '--key', 'cashier')).toMatch(
      /may not act for the consumer/,
    )
    expect(await domain.refused('dispute', code, '2')).toMatch(/^2: Say why either with --reason/)
  })

  test('is answered by the regulator', async () => {
    const resolve = ['resolve', code, '1', 'upheld', '--document', document]
    expect(await domain.refused(...resolve, '--key', 'operations')).toMatch(/the role REGULATOR/)
    expect(await domain.done(...resolve)).toContain('bill 1 of')
    expect(await domain.done('show', 'bill', code, '1')).toContain(
      'Resolved upheld: the bill stands',
    )
    expect(await domain.refused(...resolve)).toMatch(/^1: No dispute is open/)
    expect(await domain.refused('resolve', code, '1', 'maybe', '--document', document)).toMatch(
      /^2: There is no outcome "maybe"/,
    )
  })
})

describe('an adjustment', () => {
  const adjust = (amount: string, ...more: string[]) =>
    ['adjust', code, amount, '--document', document].concat(more)

  test('has a reason, and may be a credit', async () => {
    expect(
      await domain.done(...adjust('100', '--credit', '--reason', '4', '--bill', '1')),
    ).toContain('Posted −₹100.00')
    expect(await domain.done('show', 'bill', code, '1')).toContain('Adjusted −₹100.00, concession')
  })

  test('above the limit takes the regulator, as for a retrospective order', async () => {
    const order = adjust('1,845', '--credit', '--reason', '2', '--bill', '2')
    expect(await domain.refused(...order)).toMatch(/^1: .* above the board's limit of ₹1,000\.00/)
    expect(await domain.done(...order, '--key', 'regulator')).toContain('retrospective order')
  })

  test('refunds a credit, never more than there is', async () => {
    await domain.home.json('pay', code, '2,555')
    const refund = ['refund', code, '--document', document]
    expect(await domain.refused('refund', code, '5,000', '--document', document)).toMatch(
      /^1: There is no credit of ₹5,000\.00 to refund/,
    )
    expect(await domain.done(...refund)).toContain('refund of a credit: nothing owed')
    expect(await domain.refused(...refund)).toMatch(/^1: There is no credit to refund/)
  })
})

describe('a receipt', () => {
  const receipt = ['--channel', 'bank', '--reference', 'cheque 004512']

  test('is posted with a slip whose address says whether it is recorded', async () => {
    await domain.home.json('receipt', 'secret')
    const told = await domain.home.json(
      'receipt',
      'post',
      code,
      '700',
      ...receipt,
      '--portal',
      'https://bills.example/',
    )
    const { text, page } = told['slip'] as { text: string; page: string }
    const url = `https://bills.example/references/${String(told['reference'])}`
    expect(told['url']).toBe(url)
    expect(await readFile(text, 'utf8')).toMatch(/₹700\.00 by bank[^]*Keep this slip until/)
    expect(await readFile(text, 'utf8')).toContain(url)
    expect(await readFile(page, 'utf8')).toContain(`<a href="${url}">`)
    const shown = await domain.done('show', 'reference', String(told['reference']))
    expect(shown).toMatch(/^Recorded in block \d+: ₹700\.00 by bank/)
    expect(await domain.done('show', 'reference', `0x${'1'.repeat(64)}`)).toMatch(
      /^Not recorded yet/,
    )
  })

  test('gets no slip where the ledger refuses it', async () => {
    const folder = `${domain.home.path}/none`
    const again = ['receipt', 'post', code, '700', ...receipt, '--slips', folder]
    expect(await domain.refused(...again)).toMatch(/^1: .*was posted before/)
    await expect(readFile(folder)).rejects.toThrow('ENOENT')
  })

  test('is reversed with a reason, once, its amount read from the chain', async () => {
    const reverse = ['receipt', 'reverse', code, ...receipt, '--reason', '11']
    expect(await domain.done(...reverse, '--dry-run')).toContain('₹700.00 in credit → nothing owed')
    expect(await domain.done(...reverse)).toContain('cheque returned by the bank: nothing owed')
    expect(await domain.refused(...reverse)).toMatch(/^1: .* or it was reversed already/)
    expect(await domain.done('show', 'payments', code)).toMatch(/reversed in block \d+: cheque/)
  })
})

test('a month is closed once, and its totals add up', async () => {
  expect(await domain.done('close', 'month')).toMatch(
    /closed in \d{4}-\d\d: opening ₹0\.00 \+ billed/,
  )
  expect(await domain.refused('close', 'month')).toMatch(/^1: The month \S+ was closed already/)
  expect(await domain.home.json('show', 'totals')).toMatchObject({
    agrees: true,
    periods: [{ openingPaise: '0', closingPaise: '0' }],
    ever: { billedPaise: '400000', adjustedPaise: '-144500', paidPaise: '255500' },
  })
})
