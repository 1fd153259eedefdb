import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOf, type Hex } from '../../../contracts/events/hex.ts'
import { parseDay } from '../../../contracts/rules/day.ts'
import { connect } from '../../../migrations/connect.ts'
import { chainTables, entryTables } from '../../../migrations/tables.ts'
import { bulkTables } from '../../../portal/bulk/tables.ts'
import { createDatabase } from '../../machine/postgres.ts'
import { type OpenPortal, openPortal, wordsOf } from '../openPortal.ts'
import { openSituations, type OpenSituations } from '../openSituations.ts'

interface BulkManifest {
  readonly block: number
  readonly blockHash: string
  readonly chainId: number
  readonly files: { file: string; table: string; rows: number; bytes: number; sha256: string }[]
}

const types: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...entryTables,
  ...chainTables,
}

/** A cell of a file as the database takes it: the way back. */
const valueOf = (table: string, column: string, cell: Cell): unknown => {
  const type = types[table]?.[column] ?? ''
  if (cell === '' || cell === null) return null
  if (type.startsWith('bytea')) return bytesOf(cell as Hex)
  return /(?:^|_)day$/.test(column) ? parseDay(String(cell)) : String(cell)
}

const rowsIn = (file: string, text: string): Record<string, Cell>[] =>
  file.endsWith('.csv')
    ? parse(text, { columns: true })
    : text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, Cell>)

/** Every row of a table, as text, in the order of its key. */
const allRows = async (url: string, table: string): Promise<string[]> => {
  const db = connect(url, { max: 1 })
  try {
    const { rows } = await sql<{ row: string }>`
      select ${sql.table(table)}::text as row from ${sql.table(table)} order by 1
    `.execute(db)
    return rows.map(({ row }) => row)
  } finally {
    await db.destroy()
  }
}

type Cell = string | number | boolean | null

describe('everything in files', () => {
  let town: OpenSituations
  let block: number
  beforeAll(async () => {
    town = await openSituations()
    const page = await town.json<{ block: number }>('/export.json')
    block = page.block
  })
  afterAll(() => town[Symbol.asyncDispose]())

  const text = async (file: string) => {
    const answer = await town.get(`/export/${block}/${file}`)
    expect([file, answer.status]).toEqual([file, 200])
    return answer.text()
  }

  test.each(['csv', 'jsonl'])(
    'read into an empty ledger as %s makes the same one',
    async (format) => {
      await using copy = await createDatabase()
      const db = connect(copy.url, { max: 1 })
      for (const table of bulkTables) {
        const rows = rowsIn(`x.${format}`, await text(`${table}.${format}`)).map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, cell]) => [column, valueOf(table, column, cell)]),
          ),
        )
        for (const row of rows) await db.insertInto(table).values(row).execute()
      }
      await db.destroy()
      const kinds: string[] = []
      for (const table of bulkTables) {
        const there = await allRows(town.database.url, table)
        if (there.length > 0) kinds.push(table)
        expect([table, await allRows(copy.url, table)]).toEqual([table, there])
      }
      expect(kinds.length).toBeGreaterThan(15)
    },
  )

  test('are told by a manifest: rows, bytes and SHA-256 of each, and the block', async () => {
    const manifest = JSON.parse(await text('manifest.json')) as BulkManifest
    const { block: at } = await town.json<{ block: { hash: string } }>(`/blocks/${block}.json`)
    expect(manifest).toMatchObject({ block, blockHash: at.hash, chainId: 20482 })
    expect(manifest.files).toHaveLength(2 * bulkTables.length)
    for (const { file, rows, bytes, sha256 } of manifest.files) {
      const whole = await text(file)
      expect([file, rowsIn(file, whole).length]).toEqual([file, rows])
      expect([file, Buffer.byteLength(whole)]).toEqual([file, bytes])
      expect([file, createHash('sha256').update(whole).digest('hex')]).toEqual([file, sha256])
    }
    // As sha256sum -c reads it.
    const lines = manifest.files.map(({ file, sha256 }) => `${sha256}  ${file}\n`)
    expect(await text('SHA256SUMS')).toBe(lines.join(''))
  })

  test('come packed where the reader unpacks, and say at which block they stand', async () => {
    const answer = await town.get(`/export/${block}/bill.jsonl`, { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="bill.jsonl"')
    expect(answer.headers.get('wattledger-block')).toBe(String(block))
    const packed = Buffer.from(await answer.arrayBuffer())
    expect(gunzipSync(packed).toString()).toBe(await text('bill.jsonl'))
  })

  test('of an earlier block hold what it held', async () => {
    const early = Math.floor(block / 2)
    const answer = await town.get(`/export/${early}/bill.csv`)
    const then = rowsIn('x.csv', await answer.text())
    const now = rowsIn('x.csv', await text('bill.csv'))
    expect(then.length).toBeGreaterThan(0)
    expect(then).toEqual(now.filter((row) => Number(row['block_number']) <= early))
  })

  test.each([
    [`/export/999999/bill.csv`, 404, 'There is no block 999999 in this ledger'],
    [`/export/now/bill.csv`, 400, '"now" is not a block’s number'],
    [`/export/1/open_sum.csv`, 404, 'There is no file at /export/1/open_sum.csv'],
    [`/export/1/bill`, 404, 'There is no file at /export/1/bill'],
    [`/export/1/SHA256SUMS.json`, 404, 'There is no file at'],
  ])('%s → %i %s', async (address, status, sentence) => {
    const answer = await town.get(address)
    expect(answer.status).toBe(status)
    expect(wordsOf(await answer.text())).toContain(sentence)
  })

  test('are explained on a page that links to each of them', async () => {
    const html = await (await town.get('/export')).text()
    for (const table of bulkTables)
      for (const format of ['csv', 'jsonl'])
        expect(html).toContain(`href="/export/${block}/${table}.${format}"`)
    expect(wordsOf(html)).toContain('sha256sum --ignore-missing -c SHA256SUMS')
  })
})

describe('the sums of a ledger that grows', () => {
  let portal: OpenPortal
  beforeAll(async () => {
    portal = await openPortal()
  })
  afterAll(() => portal[Symbol.asyncDispose]())

  const sumsAt = (block: number) => portal.text(`/export/${block}/SHA256SUMS`)

  test('are those of the whole files, though only what came since was read', async () => {
    const before = portal.ledger.block
    const sums = await sumsAt(before)
    await portal.ledger.mine(1_800_000_000)
    const after = await sumsAt(before + 1)
    const csv = await portal.text(`/export/${before + 1}/block.csv`)
    expect(after).toContain(`${createHash('sha256').update(csv).digest('hex')}  block.csv`)
    const changed = after.split('\n').filter((line) => !sums.includes(line))
    expect(changed.map((line) => line.slice(66))).toEqual(['block.csv', 'block.jsonl'])
    expect(await sumsAt(before)).toBe(sums)
  })

  test('are made anew when the block that they were kept at was replaced', async () => {
    const { block } = portal.ledger
    await sumsAt(block)
    const db = connect(portal.database.url, { max: 1 })
    await sql`update block set hash = ${bytesOf(`0x${'ab'.repeat(32)}`)} where number = ${block}`.execute(
      db,
    )
    await sql`update payment set amount_paise = amount_paise + 1`.execute(db)
    await db.destroy()
    const csv = await portal.text(`/export/${block}/payment.csv`)
    expect(await sumsAt(block)).toContain(
      `${createHash('sha256').update(csv).digest('hex')}  payment.csv`,
    )
  })
})
