import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hexOf, type Hex } from '../../contracts/events/hex.ts'
import { codeOf, newAccountId } from '../../contracts/rules/accountCode.ts'
import { paise } from '../../contracts/rules/units.ts'
import { type OpenPortal, openPortal } from './openPortal.ts'
import { manifest, word } from './writtenLedger.ts'

const PAYMENTS = 2_500
const account: Hex = newAccountId()
const NOON_20_MAY_2026 = 1_779_258_600

type Row = Record<string, string>

const rowsOf = (text: string): Row[] => parse<Row>(text, { columns: true })

describe('the payments as CSV', () => {
  let portal: OpenPortal
  const pay = (reference: string, amount: bigint, channel = 2) =>
    portal.ledger.record('PaymentMade', account, {
      payer: manifest.parties.treasury,
      amount: paise(amount),
      channel,
      receiptReference: channel === 0 ? hexOf(new Uint8Array(32)) : word(reference),
      balance: paise(-amount),
    })

  const statusOfWhole = async () => {
    const answer = await portal.get('/payments.csv')
    await answer.text()
    return answer.status
  }

  beforeAll(async () => {
    portal = await openPortal({ isEmpty: true })
  })
  afterAll(async () => {
    await portal[Symbol.asyncDispose]()
  })

  test('are a heading alone where the ledger has none', async () => {
    const answer = await portal.get('/payments.csv')
    expect(answer.status).toBe(200)
    expect(rowsOf(await answer.text())).toEqual([])
  })

  test('are all there once, newest first, with what was taken back', async () => {
    pay('native', 1n, 0)
    for (let i = 0; i < PAYMENTS; i++) {
      pay(`receipt ${i}`, BigInt(100 + i))
      if (i % 200 === 199) await portal.ledger.mine(NOON_20_MAY_2026 + i)
    }
    portal.ledger.record('PaymentReversed', account, {
      receiptReference: word('receipt 7'),
      amount: paise(107n),
      channel: 2,
      reason: 11,
      balance: paise(0n),
    })
    await portal.ledger.mine(NOON_20_MAY_2026 + 86_400)
    await portal.ledger.report()

    const answer = await portal.get('/payments.csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('wattledger-block')).toBe(String(portal.ledger.block))
    const rows = rowsOf(await answer.text())
    expect(rows).toHaveLength(PAYMENTS + 1)
    expect(rows.map((row) => row['amountPaise'])).toEqual([
      ...Array.from({ length: PAYMENTS }, (_, i) => String(99 + PAYMENTS - i)),
      '1',
    ])
    const reversed = rows.filter((row) => row['reversedDay'] !== '')
    expect(reversed).toMatchObject([
      {
        account: codeOf(account),
        reference: word('receipt 7'),
        day: '2026-05-20',
        reversedDay: '2026-05-21',
        channel: 'upi',
      },
    ])
    expect(rows.at(-1)).toMatchObject({ channel: 'native', reference: '', reversedDay: '' })
  })

  test('are of one moment: what is recorded meanwhile is not in the file, and two can be read at once', async () => {
    const readers = await Promise.all(
      ['/payments.csv', '/payments.csv'].map(async (address) => {
        const { body } = await portal.get(address)
        if (body === null) throw new Error('No body')
        return body.pipeThrough(new TextDecoderStream()).getReader()
      }),
    )
    // Both are under way, their first piece read, when another payment comes.
    const texts = await Promise.all(readers.map(async (reader) => (await reader.read()).value))
    pay('meanwhile', 99_999n)
    await portal.ledger.mine(NOON_20_MAY_2026 + 2 * 86_400)
    const wholes = await Promise.all(
      readers.map(async (reader, i) => {
        let text = texts[i] ?? ''
        for (;;) {
          const { value, done } = await reader.read()
          if (done) return text
          text += value
        }
      }),
    )
    for (const text of wholes) expect(rowsOf(text)).toHaveLength(PAYMENTS + 1)
    expect(rowsOf(await portal.text('/payments.csv'))).toHaveLength(PAYMENTS + 2)
  })

  test('are made for two readers at once, and for the next when one has left', async () => {
    const open = await Promise.all([1, 2].map(() => portal.get('/payments.csv')))
    const refused = await portal.get('/payments.csv')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await refused.text()).toContain('2 files are being made already')
    // The pages have connections all the while.
    expect((await portal.get('/payments')).status).toBe(200)
    for (const { body } of open.slice(1)) await body?.cancel()
    await expect.poll(statusOfWhole).toBe(200)
    expect(rowsOf((await open[0]?.text()) ?? '')).toHaveLength(PAYMENTS + 2)
  })

  test('come packed where their reader unpacks', async () => {
    const answer = await portal.get('/payments.csv', { 'accept-encoding': 'br, gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(text).toBe(await portal.text('/payments.csv'))
  })

  test('are narrowed and sorted as the address says, and so is their page', async () => {
    const upi = rowsOf(await portal.text('/payments.csv?channel=upi&to=2026-05-20&sort=oldest'))
    // The last hundred are in the block of the next day.
    expect(upi).toHaveLength(PAYMENTS - 100)
    expect(upi.map((row) => row['amountPaise']).slice(0, 3)).toEqual(['100', '101', '102'])
    expect(rowsOf(await portal.text('/payments.csv?from=2026-05-21'))).toHaveLength(101)
    expect(rowsOf(await portal.text('/payments.csv?from=2027-01-01'))).toEqual([])
    const page = await portal.json<{ payments: { channel: string }[]; subtotals: unknown }>(
      '/payments.json?channel=native&from=2026-05-20&to=2026-05-22',
    )
    // The one native payment lies behind more payments than a page looks through.
    expect(page).toMatchObject({ payments: [], isUnfinished: true })
    expect(page.subtotals).toEqual([
      {
        channel: 'native',
        received: 1,
        receivedPaise: '1',
        returned: 0,
        returnedPaise: '0',
        netPaise: '1',
      },
    ])
    const oldest = await portal.json<{ payments: { channel: string }[]; next: string }>(
      '/payments.json?sort=oldest',
    )
    expect(oldest.payments[0]?.channel).toBe('native')
    const following = await portal.json<{ payments: { amountPaise: string }[] }>(
      oldest.next.replace('/payments', '/payments.json'),
    )
    // The native one and receipts 0 to 48 were on the page before.
    expect(following.payments[0]?.amountPaise).toBe('149')
  })

  test('are broken off for a reader that takes nothing, whose place others need', async () => {
    const asleep = await portal.get('/payments.csv')
    await new Promise((done) => setTimeout(done, 9_500))
    await expect(asleep.text()).rejects.toThrow('took nothing for 9 s')
    expect(await statusOfWhole()).toBe(200)
  })
})
