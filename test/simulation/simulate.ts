import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { sql } from 'kysely'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { ChainAlarm } from '../../chain/reader/alarms.ts'
import { IndexerAlarm } from '../../indexer/alarms.ts'
import type { Config } from '../../indexer/config.ts'
import { createMetrics } from '../../indexer/metrics.ts'
import { newProgress } from '../../indexer/progress.ts'
import { supervise } from '../../indexer/supervise.ts'
import type { connect } from '../../migrations/connect.ts'
import { chainTables, entryTables } from '../../migrations/tables.ts'
import { manifestOf } from '../machine/manifest.ts'
import { CONTRACT, genesis, signers } from './blocks.ts'
import { startFaultyNode } from './faultyNode.ts'
import { postgresFaults, startFaultyPostgres } from './faultyPostgres.ts'
import { isStored, whatIsWrong } from './oracle.ts'
import { drawsOf } from './random.ts'
import { REORG_LIMIT, type View, worldOf } from './world.ts'

export interface Place {
  readonly writerUrl: string
  /** The owner's, past all faults. */
  readonly db: ReturnType<typeof connect>
}

/** How a seed ended, for the summary. */
export interface Outcome {
  /** "stored", or the alarm's name. */
  readonly end: string
  readonly requests: number
  readonly statements: number
  /** How many of each, by name. */
  readonly faults: Readonly<Record<string, number>>
  readonly kills: number
}

/** Where to kill, instead of where the seed says: the so-manieth moment before or after a request or statement. */
export interface Kill {
  readonly at: number
}

const manifest: Manifest = manifestOf({
  chain: 'geth',
  genesisHash: genesis.hash,
  contract: CONTRACT,
  signers: signers.map((address, place) => ({
    party: (['board', 'consumer', 'regulator'] as const)[place] as 'board',
    address,
  })),
})

/** All waits of the indexer so many times shorter: a request that hangs is given up after 100 ms. */
const PACE = 0.01
/** No seed needs so long, but on a machine that stands still. */
const LONGEST_MS = 60_000
const MOST_KILLS = 3
const MOST_FAULTS = 6

const config: Config = {
  manifestFile: '',
  databaseFile: '',
  rpcUrl: '',
  wsUrl: undefined,
  wsPort: 0,
  host: '127.0.0.1',
  port: 0,
  reorgLimit: REORG_LIMIT,
  // A node that is behind comes back in every seed.
  rewindPatienceMs: LONGEST_MS,
  readyLagSeconds: 30,
  logLevel: 'silent',
  farBehind: 100,
  pace: PACE,
}

const log = pino({ level: 'silent' })
const metrics = createMetrics(newProgress(0), 30)

/**
 * Follows the seed's world through all its faults, and restarts the indexer where the seed kills it. Throws `SeedFailed`
 * where the end is none of the right ones.
 */
export const simulate = async (
  seed: number,
  { db, writerUrl }: Place,
  kill?: Kill,
): Promise<Outcome> => {
  await emptyAll(db)
  const draws = drawsOf(seed)
  const world = worldOf(draws)
  const last = world.views.at(-1) as View
  const isQuiet = kill !== undefined
  const killing = isQuiet ? 0 : draws.pick([0, 0, 0.03], 'kills')
  const farBehind = draws.pick([2, 100], 'far behind')
  const trouble = isQuiet ? 0 : draws.pick([0, 0.01, 0.05], 'trouble of Postgres')
  let incarnation = new AbortController()
  let kills = 0
  let troubles = 0
  let moments = 0
  const nth = new Map<string, number>()

  /** A process that is killed says nothing more to anyone. */
  const killsNow = (...purpose: (string | number)[]): boolean => {
    if (incarnation.signal.aborted) return true
    moments++
    const isTime = isQuiet
      ? moments === kill.at
      : kills < MOST_KILLS && draws.chance('kill', ...purpose) < killing
    if (!isTime) return false
    kills++
    postgres.shut()
    incarnation.abort()
    return true
  }
  await using postgres = await startFaultyPostgres(writerUrl, (moment, statement) => {
    // By the clock, not by what was done.
    if (statement.startsWith('insert into indexer_status')) return undefined
    const count = (nth.get(moment + statement) ?? 0) + 1
    nth.set(moment + statement, count)
    if (killsNow(moment, statement, count)) return 'killed'
    if (troubles === MOST_FAULTS || draws.chance('cut', moment, statement, count) >= trouble)
      return undefined
    troubles++
    // What is done already can't fail for want of room.
    const faults = moment === 'before' ? postgresFaults : postgresFaults.slice(0, 2)
    return draws.pick(faults, 'which cut', moment, statement, count)
  })
  await using node = await startFaultyNode({
    draws,
    world,
    isQuiet,
    onRequest: (moment, key, attempt) => killsNow(moment, key, attempt),
  })

  const began = Date.now()
  const fail = (what: string, cause?: unknown) =>
    new SeedFailed(seed, `${what} (${(Date.now() - began) / 1000} s, ${kills} kills)`, kill, cause)
  const end: { alarm?: Error; isStored: boolean } = { isStored: false }
  while (!end.isStored && end.alarm === undefined) {
    incarnation = new AbortController()
    postgres.open()
    const progress = newProgress(Date.now())
    const running = supervise({
      config: { ...config, rpcUrl: node.url, farBehind },
      manifest,
      writerUrl: postgres.url(writerUrl),
      wsUrl: 'ws://127.0.0.1:9',
      progress,
      metrics,
      log,
      signal: incarnation.signal,
      onCaughtUp: () => {},
    }).catch((error: unknown) => {
      if (!(error instanceof ChainAlarm || error instanceof IndexerAlarm))
        throw fail('the indexer ended with a mistake', error)
      end.alarm = error
    })
    const over = new AbortController()
    const ended = running.finally(() => over.abort())
    ended.catch(() => {})
    while (!over.signal.aborted && !incarnation.signal.aborted) {
      if (node.isAtEnd() && progress.state === 'following' && (await isStored(db, last))) {
        end.isStored = true
        incarnation.abort()
      }
      if (Date.now() - began > LONGEST_MS) {
        incarnation.abort()
        await ended
        throw fail(
          `it was not done: ${progress.state}, block ${progress.indexedBlock} of ${last.length - 1}, ${progress.reason}`,
        )
      }
      await sleep(2)
    }
    await ended
  }
  const { alarm } = end
  const wrong = await whatIsWrong(db, world)
  if (wrong !== undefined) throw fail(wrong)
  const allowed = new Set([
    ...node.lies,
    ...world.mayAlarm,
    ...(world.mustAlarm === undefined ? [] : [world.mustAlarm]),
  ])
  if (alarm !== undefined && !allowed.has(alarm.name))
    throw fail(`it stopped with ${alarm.name}, which nothing gave cause for: ${alarm.message}`)
  if (alarm === undefined && world.mustAlarm !== undefined)
    throw fail(`it went on, where ${world.mustAlarm} was due`)
  return {
    end: alarm?.name ?? 'stored',
    requests: node.requests(),
    statements: postgres.statements(),
    faults: { ...node.faults, ...postgres.faults },
    kills,
  }
}

/** A few rows a table: taking them out is far quicker than new files, which a truncation makes. */
const emptyAll = async (db: Place['db']): Promise<void> => {
  await sql`select build_indexes(array(select table_name from deferred_index)), attach_indexes()`.execute(
    db,
  )
  const tables = [...Object.keys(entryTables), ...Object.keys(chainTables)]
  const emptied = tables.map(
    (table) => sql`${sql.table(`of ${table}`)} as (delete from ${sql.table(table)})`,
  )
  await sql`with ${sql.join(emptied)} select 1`.execute(db)
}

/** The command repeats it, draw by draw. */
export class SeedFailed extends Error {
  constructor(seed: number, what: string, kill: Kill | undefined, cause: unknown) {
    const how = kill === undefined ? '' : ' --kill-everywhere'
    super(
      `Seed ${seed}: ${what}. To repeat it: npm run simulation -- --from ${seed} --seeds 1${how}`,
      { cause },
    )
    this.name = 'SeedFailed'
  }
}
