import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hexOf } from '../../contracts/events/hex.ts'
import { connect } from '../../migrations/connect.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'

let town: OpenSituations
beforeAll(async () => {
  town = await openSituations()
})
afterAll(() => town?.[Symbol.asyncDispose]())

interface Role {
  role: string
  holder: string
  isHeld: boolean
  used: Record<string, number>
}
const roles = async () => (await town.json<{ roles: Role[] }>('/actors.json')).roles
const holderOf = async (role: string) => {
  const held = (await roles()).find((each) => each.role === role)
  return held?.holder ?? ''
}

interface Listed {
  entries: { event: string; account: string; seq: number }[]
  next: string | null
}
const whole = async (address: string): Promise<Listed['entries']> => {
  const entries: Listed['entries'] = []
  let next: string | null = address
  while (next !== null) {
    const page: Listed = await town.json<Listed>(next.replace(/(\?|$)/, '.json$1'))
    entries.push(...page.entries)
    next = page.next
  }
  return entries
}

/** Entries of the transactions that these keys signed, as the rows have them. */
const signedBy = async (sender: string) => {
  await using db = connect(town.database.url, { max: 1 })
  const rows = await db
    .selectFrom('entry')
    .innerJoin('transaction', (join) =>
      join
        .onRef('transaction.block_number', '=', 'entry.block_number')
        .onRef('transaction.transaction_index', '=', 'entry.transaction_index'),
    )
    .select(['sender', 'seq', 'kind'])
    .execute()
  return rows.filter((row) => hexOf(row.sender) === sender)
}

describe('who may record what', () => {
  test('is told role by role: since when, by whom, and how often it was used', async () => {
    const words = await town.words('/actors')
    expect(words).toContain('the board’s cashier')
    expect(words).toMatch(/given on \d+ \w+ \d{4} by 0x\w+…\w+, entry \d+/)
    const cashier = (await roles()).find(({ role }) => role === 'CASHIER')
    expect(cashier?.isHeld).toBe(true)
    const signed = await signedBy(cashier?.holder ?? '')
    expect(cashier?.used).toEqual({
      payment: signed.filter(({ kind }) => kind === 'payment').length,
      payment_reversal: signed.filter(({ kind }) => kind === 'payment_reversal').length,
    })
    expect(cashier?.used['payment']).toBeGreaterThan(10)
  })

  test('leads to a page of each key, with all that it recorded and nothing else', async () => {
    const key = await holderOf('OPERATIONS')
    const entries = await whole(`/actors/${key}`)
    const signed = await signedBy(key)
    expect(entries.length).toBe(signed.length)
    expect(new Set(entries.map(({ account, seq }) => `${account}/${seq}`)).size).toBe(signed.length)
    const csv = await (await town.get(`/actors/${key}.csv`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(signed.length + 1)
    const words = await town.words(`/actors/${key}`)
    expect(words).toContain('the board’s operations')
    expect(words).toMatch(/Adjustment: \d+/)
    expect(words).toMatch(/Readings entered by hand: \d+/)
  })

  test('a key that never recorded anything is told so, one that is none refused', async () => {
    expect((await town.get(`/actors/0x${'12'.repeat(20)}`)).status).toBe(404)
    expect((await town.get('/actors/0x12')).status).toBe(400)
  })
})

describe('the ledger narrowed to who recorded it', () => {
  test('by key or by role, with a list or without, page by page', async () => {
    const key = await holderOf('REGULATOR')
    const signed = await signedBy(key)
    expect((await whole(`/ledger?actor=${key}`)).length).toBe(signed.length)
    expect((await whole('/ledger?actor=REGULATOR')).length).toBe(signed.length)
    const decisions = await whole(`/ledger?actor=${key}&kind=dispute_resolution`)
    expect(decisions.length).toBe(signed.filter(({ kind }) => kind === 'dispute_resolution').length)
    expect(decisions.length).toBeGreaterThan(0)
    const cashier = await holderOf('CASHIER')
    expect(await whole(`/ledger?actor=${cashier}&kind=adjustment`)).toEqual([])
    expect((await town.get('/ledger?actor=nobody')).status).toBe(400)
  })

  test('and to days and a category at once', async () => {
    const key = await holderOf('OPERATIONS')
    const some = await whole(`/ledger?actor=${key}&from=2026-03-01&to=2026-03-31`)
    const all = await whole('/ledger?from=2026-03-01&to=2026-03-31')
    expect(some.length).toBeGreaterThan(0)
    expect(some.length).toBeLessThan(all.length)
    const ids = new Set(all.map(({ account, seq }) => `${account}/${seq}`))
    expect(some.every(({ account, seq }) => ids.has(`${account}/${seq}`))).toBe(true)
    expect((await whole(`/ledger?actor=${key}&category=3`)).length).toBeGreaterThan(0)
  })
})
