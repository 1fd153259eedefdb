import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Domain, startDomain } from './domain.ts'

// An account through its life: estimated, trued up, given another meter, other terms and another key, closed.
let domain: Domain
let code: string
let document: string
const file = (name: string) => join(domain.home.path, name)

beforeAll(async () => {
  domain = await startDomain()
  ;({ code, document } = domain)
  await domain.home.json('keys', 'new', 'meter-2')
  await domain.home.json('keys', 'new', 'phone')
})
afterAll(async () => {
  await domain[Symbol.asyncDispose]()
})

describe('an estimate', () => {
  test('is what the account usually uses, by its own history', async () => {
    await domain.pass(30)
    const shown = await domain.done('reading', 'estimate', code, '--dry-run')
    expect(shown).toContain(
      '500 kWh in 30 days make 500 kWh in 30 days, on top of 500 kWh = 1,000 kWh',
    )
    expect(await domain.done('reading', 'estimate', code)).toContain('500 kWh since 500 kWh')
    expect(await domain.done('show', 'bill', code)).toContain(
      'Estimate as usual: 500 kWh in 30 days',
    )
  })

  test('that departs from it is taken with a warning', async () => {
    await domain.pass(30)
    const told = await domain.done('reading', 'estimate', code, '2,000')
    expect(told).toContain('The usual would be 1,500 kWh')
    expect(told).toContain('will see this estimate flagged')
    expect(await domain.done('show', 'bill', code)).toMatch(/FLAGGED: the usual would be 1,500 kWh/)
  })

  test('is refused a third time in a row', async () => {
    await domain.pass(30)
    expect(await domain.refused('reading', 'estimate', code)).toMatch(/^1: .*two estimated bills/)
  })

  test('is not revised, and is trued up by the next real reading', async () => {
    expect(
      await domain.refused('revise', code, '2=900', '--reason', '21', '--document', document),
    ).toMatch(/^1: Bill 2 of .* is an estimate, and estimates are not revised/)
    await domain.home.json('reading', 'enter', code, '1,400', '--evidence', document)
    const shown = await domain.done('show', 'bill', code)
    expect(shown).toMatch(/already charged by estimates: bill 2, 3.*−₹7,500\.00/)
    expect(shown).toContain('True-up  the whole stretch is charged, less ₹7,500.00')
    expect(shown).toContain('Derived here −₹3,000.00 = on chain −₹3,000.00.')
  })
})

test('terms change from a later day by the present key, and cut the next bill there', async () => {
  const change = ['agreement', 'change', code, '--load', '7.5', '--instalments', '3']
  expect(await domain.done(...change, '--from', domain.day(100), '--dry-run')).toContain(
    'sanctioned load 5 kW → category 1, sanctioned load 7.5 kW',
  )
  await domain.home.json(...change, '--from', domain.day(100))
  await domain.home.json('agreement', 'accept', code)
  expect(await domain.refused('agreement', 'change', code)).toMatch(/^2: Nothing would change/)
})

test('a meter is replaced inside a cycle, and the next bill carries what it counted', async () => {
  await domain.pass(20)
  const replace = ['meter', 'replace', code, '--meter', 'meter-2', '--evidence', document]
  expect(await domain.done(...replace, '--closing', '1,700', '--dry-run')).toContain(
    '300 kWh used since',
  )
  expect(await domain.refused(...replace, '--closing', '1,300')).toMatch(/^1: The register of/)
  expect(await domain.done(...replace, '--closing', '1,700', '--modulus', '1000')).toContain(
    '300 kWh of the meter before go into the next bill',
  )
  expect(
    await domain.refused('revise', code, '4=1,390', '--reason', '21', '--document', document),
  ).toMatch(/^1: .*a register from which a replacement went on stays as it was/)
})

test('a signed reading of the new meter is submitted by anyone, and the bill has both parts', async () => {
  await domain.pass(10)
  await domain.home.json(
    'reading',
    'sign',
    code,
    '900',
    '--key',
    'meter-2',
    '--day',
    domain.day(120),
    '--out',
    file('a.json'),
  )
  expect(await domain.done('reading', 'submit', file('a.json'), '--key', 'phone')).toContain(
    '1,200 kWh since 0 kWh, 300 kWh of them by the meter before',
  )
  const bill = await domain.home.json('show', 'bill', code)
  expect(bill).toMatchObject({ agrees: true, carriedWh: '300000' })
  expect(JSON.stringify(bill['lines']).match(/"kind":"energy"/g)).toHaveLength(2)
})

test('a register that passed its highest value takes --rollover', async () => {
  await domain.pass(31)
  const enter = ['reading', 'enter', code, '40', '--evidence', document]
  expect(await domain.refused(...enter)).toMatch(/^1: .*or say --rollover/)
  expect(await domain.done(...enter, '--rollover')).toContain(
    '140 kWh since 900 kWh, through a rollover',
  )
})

test('a lost key is replaced with the regulator’s hand', async () => {
  await domain.home.json('agreement', 'change', code, '--consumer', 'phone')
  expect(await domain.refused('agreement', 'accept', code, '--key', 'phone')).toMatch(
    /may not act for the consumer/,
  )
  await domain.home.json('agreement', 'accept', code, '--key', 'regulator')
  expect(await domain.done('show', 'account', code)).toContain(
    (domain.home.addresses['phone'] ?? (await phone())).toLowerCase(),
  )
})

const phone = async () => String((await domain.home.json('keys', 'address', 'phone'))['address'])

test('a final reading closes the account, inside a cycle too', async () => {
  await domain.pass(9)
  const final = ['reading', 'final', code, '90', '--evidence', document]
  expect(await domain.done(...final)).toContain(`The account ${code} is closed.`)
  expect(await domain.refused(...final)).toMatch(/^1: .* was closed by a final reading/)
  expect(await domain.done('show', 'account', code)).toMatch(/\(closed\).*\n[^]*bill +asks +left/)
})

describe('charging sessions', () => {
  let station: string
  beforeAll(async () => {
    station = String((await domain.home.json('account', 'new'))['code'])
    const [category, from] = ['9', domain.day(155)]
    await domain.home.json('rate', 'set', '--flat', '8', '--category', category, '--from', from)
    await domain.home.json(
      'agreement',
      'propose',
      station,
      '--consumer',
      'consumer',
      '--cycle',
      '0',
      '--category',
      category,
      '--from',
      from,
    )
    await domain.home.json('agreement', 'accept', station)
    await domain.home.json('meter', 'install', station, '--day', from)
  })

  test('are billed one by one, on the same day too', async () => {
    const day = domain.day(160)
    for (const [place, kWh] of ['18.5', '30'].entries()) {
      const out = file(`session-${place}.json`)
      await domain.home.json('reading', 'sign', station, kWh, '--day', day, '--out', out)
      await domain.home.json('reading', 'submit', out)
    }
    expect(await domain.home.json('show', 'bill', station)).toMatchObject({
      start: day,
      end: day,
      wh: '11500',
      amountPaise: '9200',
      agrees: true,
    })
    expect(await domain.refused('reading', 'submit', file('session-1.json'))).toMatch(
      /used no energy/,
    )
  })

  test('are not estimated', async () => {
    expect(await domain.refused('reading', 'estimate', station)).toMatch(
      /^1: .* is for charging sessions, which are not estimated/,
    )
  })
})

test('a simulated meter counts the same whenever it is asked, and turns over', async () => {
  const simulate = [
    'meter',
    'simulate',
    code,
    '--key',
    'meter-2',
    '--installed',
    '2026-04-01',
    '--to',
    '2026-09-30',
  ]
  const month = (path: string) => readFile(join(path, `reading-${code}-2026-05-01.json`), 'utf8')
  await domain.done(...simulate, '--out', file('first'))
  await domain.done(...simulate, '--out', file('second'))
  expect(await month(file('first'))).toBe(await month(file('second')))
  const small = await domain.done(...simulate, '--modulus', '300', '--csv', file('rows.csv'))
  expect(small).toContain('rolled over')
  expect(await readFile(file('rows.csv'), 'utf8')).toMatch(
    /^account,day,register_kwh,rollover,r,vs\n/,
  )
  expect(await domain.refused(...simulate, '--csv', file('rows.csv'))).toMatch(
    /^2: There is a file/,
  )
  expect(await domain.refused(...simulate, '--profile', 'castle')).toMatch(
    /no load profile "castle"/,
  )
})

test('two tariffs are laid side by side, from the ledger or from a file', async () => {
  const shown = await domain.done('rate', 'diff', '1', '2')
  expect(shown).toMatch(/category +1 +9\n/)
  expect(shown).toMatch(/slab 1 rate +₹5\.00 per kWh +₹8\.00 per kWh/)
  expect(shown).not.toContain('bills rounded')
  expect(await domain.done('rate', 'diff', '2', '2')).toBe('2 and 2 are the same tariff.\n')
  expect(await domain.refused('rate', 'diff', '1', '77')).toMatch(/^1: There is no tariff 77/)
  expect(await domain.refused('rate', 'diff', '1', 'nowhere.json')).toMatch(/^2: nowhere\.json/)
})
