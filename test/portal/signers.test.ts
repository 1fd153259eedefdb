import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paise } from '../../contracts/rules/units.ts'
import type { Hex } from '../../contracts/events/hex.ts'
import { type Seal, silencesIn } from '../../portal/signers/silences.ts'
import { household } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'
import { manifest, word } from './writtenLedger.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.[Symbol.asyncDispose]())

const [a, b] = ['0xaa', '0xbb'] as const satisfies Hex[]
const sealed = (sealers: readonly (Hex | null)[]): Seal[] =>
  sealers.map((sealer, i) => ({ number: i + 10, sealer, timestamp: 1_000 + 5 * i }))

describe('silences', () => {
  test('are the stretches that others sealed, the longest told', () => {
    const found = silencesIn(sealed([a, b, a, b, b, b, a, b]), [a, b])
    expect(found.get(a)).toEqual({
      first: 13,
      last: 15,
      blocks: 3,
      since: 1_010,
      seconds: 20,
      isOpen: false,
    })
    expect(found.get(b)).toMatchObject({ first: 16, last: 16, blocks: 1 })
  })

  test('that go on are told so, and so is one that never sealed', () => {
    const found = silencesIn(sealed([a, b, b, b]), [a, b, '0xcc'])
    expect(found.get(a)).toEqual({
      first: 11,
      last: 13,
      blocks: 3,
      since: 1_000,
      seconds: 15,
      isOpen: true,
    })
    expect(found.get('0xcc')).toMatchObject({ first: 10, last: 13, blocks: 4, isOpen: true })
  })

  test('are none where every block is one’s own, or there is none', () => {
    expect(silencesIn(sealed([a, a]), [a]).size).toBe(0)
    expect(silencesIn([], [a]).size).toBe(0)
  })
})

interface SignersJson {
  blocks: number
  signers: { party: string; blocks: number; lastBlock: number; longestSilence: object }[]
  newest: { block: number; party: string }[]
}

test('each party’s share, its last block and the newest blocks are told', async () => {
  const { blocks, signers, newest } = await portal.json<SignersJson>('/signers.json')
  expect(blocks).toBe(portal.ledger.block)
  expect(signers.reduce((sum, each) => sum + each.blocks, 0)).toBe(blocks)
  for (const { party, lastBlock } of signers) {
    expect(newest.find((block) => block.party === party)?.block).toBe(lastBlock)
  }
  const words = wordsOf(await portal.text('/signers'))
  expect(words).toMatch(/the regulator ?0x\w+…\w+ ?\d+ ?3\d\.\d%/)
  expect(words).toMatch(
    /2 blocks, \d+ to \d+: \d+ (min|h|days) from \d+ \w+ \d{4}, \d\d:\d\d:\d\d IST/,
  )
  // The example's days have a block or two each, so that there is always a party without one.
  expect(words).toMatch(/IST ?\d+ days, \d+ \w+ \d{4} to \d+ \w+ \d{4}/)
})

test('a block that the chain replaced is kept, with what stands in its place', async () => {
  expect(wordsOf(await portal.text('/orphans'))).toContain('None: every block that was ever stored')
  const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
  portal.ledger.record('BillDisputed', household, dispute)
  await portal.ledger.mine(1_789_999_995)
  const { block } = portal.ledger
  const [dropped] = (await portal.json<{ newest: object[] }>('/signers.json')).newest
  await portal.ledger.replaceNewest(1_790_000_000)
  const { blocks } = await portal.json<{ blocks: object[] }>('/orphans.json')
  expect(blocks).toHaveLength(1)
  expect(blocks[0]).toMatchObject({
    number: block,
    sealer: (dropped as { sealer: string }).sealer,
    isBack: false,
    replacedBy: { sealer: manifest.signers[(block + 1) % 3]?.address },
  })
  const words = wordsOf(await portal.text('/orphans'))
  expect(words).toMatch(new RegExp(`Block ${block} .*Bill disputed: 1`))
  expect(words).toMatch(/In its place ?0x[0-9a-f]{64}, sealed by/)
  expect(words).toMatch(new RegExp(`recorded again in block ${block}`))

  const rows = await rowsOf('/orphans.csv')
  expect(rows).toMatchObject([
    { number: String(block), sealer: (dropped as { sealer: string }).sealer, entries: '1' },
  ])
  expect(rows[0]?.['replacedBy']).toMatch(/^0x[0-9a-f]{64}$/)
})

test('who sealed, who acts and every block come as files, as their pages tell them', async () => {
  const { signers } = await portal.json<SignersJson>('/signers.json')
  expect(await rowsOf('/signers.csv')).toMatchObject(
    signers.map(({ party, blocks, lastBlock }) => ({
      party,
      blocks: String(blocks),
      lastBlock: String(lastBlock),
    })),
  )
  const { roles } = await portal.json<{ roles: { role: string; used: Record<string, number> }[] }>(
    '/actors.json',
  )
  const actors = await rowsOf('/actors.csv')
  expect(actors.map(({ role }) => role)).toEqual(roles.map(({ role }) => role))
  for (const [i, { used }] of roles.entries()) {
    for (const [kind, n] of Object.entries(used)) expect(actors[i]?.[kind]).toBe(String(n))
  }
  const blocks = await rowsOf('/blocks.csv')
  expect(blocks.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: portal.ledger.block }, (_, i) => portal.ledger.block - i),
  )
})

const rowsOf = async (address: string) =>
  parse<Record<string, string>>(await portal.text(address), { columns: true })
