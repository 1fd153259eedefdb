import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { createClient } from '../../../migrations/connect.ts'
import { startServer } from '../../../migrations/embedded/server.ts'
import { migrate, renewRoleUrls } from '../../../migrations/migrate.ts'
import { freePort } from '../../machine/freePort.ts'
import { WrittenLedger } from '../../portal/writtenLedger.ts'
import { LIVES, playLives } from './lives.ts'
import { multiply } from './multiply.ts'

/** Postgres with ledgers that are kept between runs, outside the repository. */
export interface KeptLedgers extends AsyncDisposable {
  /** A ledger of at least about so many entries, made now where it is not kept yet, with this code's schema. */
  readonly open: (events: number) => Promise<KeptLedger>
}

export interface KeptLedger {
  readonly url: string
  readonly readerUrl: string
  readonly events: number
  readonly accounts: number
  /** Accounts that share a life. */
  readonly each: number
  /** Bytes on disk, with indexes. */
  readonly bytes: number
}

/** Entries of the forty lives together; multiplying adds nothing to those of the ledger itself. */
const ENTRIES_OF_LIVES = 3_980

export const openKeptLedgers = async (): Promise<KeptLedgers> => {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache')
  const folder = path.join(cache, 'wattledger', 'bench', `portal-${version()}`)
  const server = await startServer({ folder, port: await freePort(), database: 'bench' })
  const urlOf = (name: string) => {
    const url = new URL(server.url)
    url.pathname = `/${name}`
    return url.href
  }
  return {
    open: async (events) => {
      const each = Math.ceil(events / ENTRIES_OF_LIVES)
      const name = `events_${events}`
      if (!(await ask(server.url, `select 1 from pg_database where datname = '${name}'`)))
        await make(server.url, name, each, urlOf)
      const url = urlOf(name)
      const { roles } = await migrate(url)
      const { reader } = await renewRoleUrls(url, roles)
      return {
        url,
        readerUrl: reader,
        each,
        events: Number(await ask(url, 'select sum(entries) from block_total')),
        accounts: Number(await ask(url, 'select count(*) from account')),
        bytes: Number(await ask(url, 'select pg_database_size(current_database())')),
      }
    },
    [Symbol.asyncDispose]: () => server.stop(),
  }
}

const make = async (
  serverUrl: string,
  name: string,
  each: number,
  urlOf: (name: string) => string,
) => {
  const began = performance.now()
  process.stderr.write(`Writing ${name}: ${each * LIVES} accounts …\n`)
  const draft = `${name}_draft`
  await ask(serverUrl, `drop database if exists ${draft} with (force)`)
  await ask(serverUrl, `create database ${draft}`)
  const { roles } = await migrate(urlOf(draft))
  const { writer } = await renewRoleUrls(urlOf(draft), roles)
  const ledger = await WrittenLedger.open({ url: urlOf(draft), writerUrl: writer })
  await playLives(ledger)
  await ledger.report()
  await ledger[Symbol.asyncDispose]()
  const client = createClient(urlOf(draft))
  client.on('error', () => {})
  await client.connect()
  try {
    await multiply(client, each)
  } finally {
    await client.end()
  }
  await ask(serverUrl, `alter database ${draft} rename to ${name}`)
  await ask(serverUrl, 'checkpoint')
  process.stderr.write(`Written in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`)
}

/** First value of the first row, or undefined. */
const ask = async (url: string, statement: string): Promise<unknown> => {
  const client = createClient(url)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0]
  } finally {
    await client.end()
  }
}

/** Ledgers that other code wrote are others; a migration is taken by the kept ones too. */
const version = (): string => {
  const hash = createHash('sha256')
  for (const name of ['lives.ts', 'multiply.ts'])
    hash.update(readFileSync(path.join(import.meta.dirname, name)))
  return hash.digest('hex').slice(0, 8)
}
