import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import type { Guide, Situation } from '../../contracts/rules/guide.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'
import { manifest } from './writtenLedger.ts'

const { contract, genesisHash } = manifest
const situation = (key: string, code: string, bill: number | null): Situation => ({
  key,
  group: 'Payments',
  title: `Title of ${key}`,
  sentence: `What ${key} shows.`,
  code,
  bill,
})

let plain: OpenPortal
let demo: OpenPortal
let code: string
beforeAll(async () => {
  plain = await openPortal()
  code =
    (await plain.json<{ accounts: { code: string }[] }>('/accounts.json')).accounts[0]?.code ?? ''
  const guide: Guide = {
    version: 1,
    contract,
    genesisHash,
    from: '2025-09-26',
    to: '2026-11-25',
    isLived: true,
    accounts: 3,
    situations: [
      situation('a', code, 1),
      situation('b', code, 999),
      situation('c', codeOf(`0x${'ab'.repeat(32)}`), null),
    ],
  }
  demo = await openPortal({ guide })
})
afterAll(async () => {
  await plain[Symbol.asyncDispose]()
  await demo[Symbol.asyncDispose]()
})

test('a demo says what to look at, and links what the ledger has of it', async () => {
  const html = await demo.text('/demo')
  expect(html).toContain(`<a href="/accounts/${code}/bills/1">Title of a</a>`)
  expect(wordsOf(html)).toContain('1 of 3 situations are recorded so far')
  expect(html).not.toContain('Title of b</a>')
  const { situations } = await demo.json<{ situations: { isRecorded: boolean; page: string }[] }>(
    '/demo.json',
  )
  expect(situations.map(({ isRecorded }) => isRecorded)).toEqual([true, false, false])
})

test('the first page of a demo leads there, of any other ledger not', async () => {
  expect(await demo.text('/')).toContain('href="/demo"')
  expect(await plain.text('/')).not.toContain('href="/demo"')
  expect((await plain.get('/demo')).status).toBe(404)
})
