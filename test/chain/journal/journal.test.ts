import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Entry,
  intentOf,
  JournalDamaged,
  keepPending,
  pendingEntries,
  settle,
} from '../../../chain/journal/journal.ts'

const chain = { chainId: 20482, genesisHash: `0x${'11'.repeat(32)}` }
const [payer, other] = [`0x${'aa'.repeat(20)}`, `0x${'bb'.repeat(20)}`]

const entry = (nonce: number, from = payer, genesisHash = chain.genesisHash): Entry => ({
  version: 1,
  summary: 'Pay ₹2,000.00',
  words: 'pay 200000',
  intent: intentOf(chain, from, 'pay 200000'),
  chainId: chain.chainId,
  genesisHash,
  key: 'consumer',
  from,
  nonce,
  to: other,
  value: '20',
  data: '0x',
  hash: `0x${nonce.toString().padStart(64, '0')}`,
  raw: '0x00',
  signedAt: '2026-04-30T10:00:00.000Z',
})

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'wattledger-journal-'))
})
afterAll(() => rm(home, { recursive: true }))

describe('the journal', () => {
  test('gives the pending entries of a key back in the order of their numbers', async () => {
    for (const nonce of [10, 9, 2]) await keepPending(home, entry(nonce))
    await keepPending(home, entry(1, other))
    const found = await pendingEntries(home, chain, payer.toUpperCase().replace('0X', '0x'))
    expect(found.map(({ nonce }) => nonce)).toEqual([2, 9, 10])
    expect(found[0]).toEqual(entry(2))
    expect(await pendingEntries(home, chain)).toHaveLength(4)
  })

  test('is readable by its owner only, since a signed transaction can be sent by whoever has it', async () => {
    const [file = ''] = await readdir(join(home, 'journal', 'pending'))
    expect((await stat(join(home, 'journal', 'pending', file))).mode & 0o777).toBe(0o600)
  })

  test('keeps another chain’s entries, and out of this one’s way', async () => {
    const elsewhere = { ...chain, genesisHash: `0x${'22'.repeat(32)}` }
    await keepPending(home, entry(7, payer, elsewhere.genesisHash))
    expect((await pendingEntries(home, chain, payer)).map(({ nonce }) => nonce)).not.toContain(7)
    expect((await pendingEntries(home, elsewhere)).map(({ nonce }) => nonce)).toEqual([7])
  })

  test('moves a settled entry to the record of what was done', async () => {
    await settle(home, entry(2), { status: 'confirmed', block: 5, gasUsed: 42_000 })
    expect((await pendingEntries(home, chain, payer)).map(({ nonce }) => nonce)).toEqual([9, 10])
    const record = await readFile(join(home, 'journal', 'settled.jsonl'), 'utf8')
    expect(JSON.parse(record)).toEqual({
      ...entry(2),
      status: 'confirmed',
      block: 5,
      gasUsed: 42_000,
    })
  })

  test('stops at a damaged entry, since it may have been sent', async () => {
    await writeFile(join(home, 'journal', 'pending', 'damaged.json'), '{"version":1')
    await expect(pendingEntries(home, chain)).rejects.toThrow(JournalDamaged)
  })

  test('is empty in a new home', async () => {
    expect(await pendingEntries(join(home, 'new'), chain)).toEqual([])
  })
})

test('an intent tells chains, keys and commands apart, not the case of an address', () => {
  const intent = intentOf(chain, payer, 'pay 1')
  expect(intentOf(chain, payer.replaceAll('a', 'A'), 'pay 1')).toBe(intent)
  expect(intentOf(chain, other, 'pay 1')).not.toBe(intent)
  expect(intentOf(chain, payer, 'pay 2')).not.toBe(intent)
  expect(intentOf({ ...chain, chainId: 1 }, payer, 'pay 1')).not.toBe(intent)
})
