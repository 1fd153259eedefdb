/**
 * Measures every kind of page of the portal on ledgers of 1 and 10 million entries: `npm run bench:portal -- --help`. Prints
 * a table and keeps the raw numbers.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isPlain } from '../../contracts/rules/accountCode.ts'
import { openLedger } from '../../portal/readOnly.ts'
import { manifest } from '../portal/writtenLedger.ts'
import { growingHead } from './portal/growingHead.ts'
import { type KeptLedger, openKeptLedgers } from './portal/keptLedger.ts'
import { type Asking, closedLoop, openLoop, quantile } from './portal/load.ts'
import { accountsOf } from './portal/multiply.ts'
import { type PageKind, pageKinds } from './portal/pages.ts'
import { startProgram } from './portal/program.ts'
import { startStandIn } from './portal/standIn.ts'

const usage = `npm run bench:portal -- [options]

  --events N,N    ledgers to measure on (1000000,10000000); the first run writes them, in minutes
  --rate N        pages a second, arriving by chance (50)
  --seconds N     for each kind of page (6), in as many turns on each ledger as --turns says (3)
  --pages WORD    only kinds of page whose name has this word
  --throughput N  seconds for each kind of page on the portal, and as many on a bare route with its queries: those of a page
                  that others asked for just now, then those of a page made anew (0: none)
  --out FILE      raw numbers (bench-results/portal.json)

The portal is the program itself, against the Postgres from npm with its usual settings; a stand-in for the node proves
the heads of 500 accounts. A block arrives every 5 s, the indexer reports every second. Pages of a kind are made 1,000
times, then measured on the ledgers in turn. Latencies are counted from when a page was due to be asked for; throughput is
that of the last ledger.
`

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000,10000000' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '6' },
    turns: { type: 'string', default: '3' },
    pages: { type: 'string', default: '' },
    throughput: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join('bench-results', 'portal.json') },
    help: { type: 'boolean', default: false },
  },
})

const ACCOUNTS = 500
/** Addresses of a kind that are asked for again and again when throughput is compared. */
const COMPARED = 50
/** Pages of a kind that are made before it is measured, unless that takes 20 s. */
const WARM = 1_000
/** The same before each turn, since the other ledger was read meanwhile. */
const WARM_AGAIN = 100
const isCompared = values.throughput !== '0'
const TURNS = Number(values.turns)

interface Measured {
  readonly name: string
  readonly asked: readonly Asking[]
  readonly p50: number
  readonly p99: number
  /** Most bytes of a page's body, uncompressed. */
  readonly bytes: number
  readonly statuses: Readonly<Record<string, number>>
  /** Answers a second: as the portal is, and where it makes each page anew. */
  readonly throughput?: Throughput
  readonly anew?: Throughput
}

interface Throughput {
  readonly portal: number
  readonly bare: number
}

const throughput = async (
  { portal, bare }: Servers,
  addresses: readonly string[],
  isAnew: boolean,
): Promise<Throughput> => {
  const few = addresses.slice(0, COMPARED)
  // One after the other and once: the bare route learns the queries, and both have what they keep.
  const once = { clients: 1, seconds: Infinity, answers: few.length, isAnew }
  for (const origin of [bare, portal]) await closedLoop(origin, few, once)
  const load = { clients: 8, seconds: Number(values.throughput) / TURNS, isAnew }
  const answers = { portal: 0, bare: 0 }
  // In turns, as the ledgers are.
  for (let turn = 0; turn < TURNS; turn++) {
    answers.portal += await closedLoop(portal, few, load)
    answers.bare += await closedLoop(bare, few, load)
  }
  return { portal: answers.portal / TURNS, bare: answers.bare / TURNS }
}

interface Servers {
  readonly portal: string
  readonly bare: string
}

/** A portal serves for days: its code is compiled, its connections have their plans, and Postgres has what it reads often. */
const warm = ({ addresses }: PageKind, { portal }: Servers, answers: number) =>
  closedLoop(portal, addresses, { clients: 8, seconds: 20, answers, isAnew: true })

/** A turn's askings; each begins where the one before ended. */
const askFor = async (kind: PageKind, servers: Servers, turn: number): Promise<Asking[]> => {
  const { addresses } = kind
  await warm(kind, servers, WARM_AGAIN)
  const rate = Number(values.rate)
  const seconds = Number(values.seconds) / TURNS
  const from = Math.round(turn * rate * seconds) % addresses.length
  const turned = [...addresses.slice(from), ...addresses.slice(0, from)]
  return openLoop(servers.portal, turned, { rate, seconds, seed: turn })
}

const measuredOf = (name: string, asked: readonly Asking[]): Measured => {
  const times = asked.map(({ ms }) => ms)
  return {
    name,
    asked,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bytes: Math.max(...asked.map(({ bytes }) => bytes)),
    statuses: Object.fromEntries(
      [...Map.groupBy(asked, ({ status }) => status)].map(([status, all]) => [status, all.length]),
    ),
  }
}

const compared = async ({ addresses }: PageKind, servers: Servers) => ({
  throughput: await throughput(servers, addresses, false),
  anew: await throughput(servers, addresses, true),
})

/** A ledger with a portal on it. */
interface Stand extends AsyncDisposable {
  readonly kept: KeptLedger
  readonly kinds: readonly PageKind[]
  /** Runs this on its servers while the ledger grows. */
  readonly whileGrowing: <Result>(run: (servers: Servers) => Promise<Result>) => Promise<Result>
}

const openStand = async (kept: KeptLedger): Promise<Stand> => {
  await using opening = new AsyncDisposableStack()
  const db = opening.use(openLedger(kept.readerUrl))
  const accounts = accountsOf(kept.each, 2 * ACCOUNTS)
    .filter(isPlain)
    .slice(0, ACCOUNTS)
  const head = opening.use(await growingHead(kept.url))
  const node = opening.use(await startStandIn(kept.readerUrl, accounts, head.totals))
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-'))
  opening.defer(() => rm(home, { recursive: true }))
  await writeFile(path.join(home, 'manifest.json'), JSON.stringify(manifest))
  const env = {
    WATTLEDGER_HOME: home,
    READER_DATABASE_URL: kept.readerUrl,
    RPC_URL: node.url,
    PORT: '0',
  }
  const start = async (...file: string[]) =>
    opening.use(await startProgram(path.join(...file), env)).url
  const portal = await start('portal', 'main.ts')
  const bare = isCompared ? await start('test', 'bench', 'portal', 'bareRoute.ts') : ''
  const kinds = (await pageKinds(db, accounts)).filter(({ name }) => name.includes(values.pages))
  const whole = opening.move()
  return {
    kept,
    kinds,
    whileGrowing: async (run) => {
      await using _ = await head.grow(node.stateRoot)
      return await run({ portal, bare })
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

const shareOf = (measured: Throughput | undefined): string =>
  measured === undefined ? '' : `${((100 * measured.portal) / measured.bare).toFixed(0)} %`

const lineOf = (measured: Measured, small: Measured | undefined): string => {
  const { name, p50, p99, bytes, throughput, anew } = measured
  const ratio = (a: number, b: number | undefined) =>
    b === undefined || b === 0 ? '' : (a / b).toFixed(2)
  const cells = [
    name,
    ms(p50),
    ms(p99),
    ratio(p50, small?.p50),
    `${(bytes / 1000).toFixed(1)} kB`,
    throughput?.portal.toFixed(0) ?? '',
    shareOf(throughput),
    shareOf(anew),
    Object.keys(measured.statuses).join(),
  ]
  return `| ${cells.join(' | ')} |`
}

const main = async () => {
  if (values.help) return process.stdout.write(usage)
  await using ledgers = await openKeptLedgers()
  await using opened = new AsyncDisposableStack()
  const stands: Stand[] = []
  for (const events of values.events.split(','))
    stands.push(opened.use(await openStand(await ledgers.open(Number(events)))))
  const results = stands.map(({ kept }) => ({
    ...kept,
    url: '',
    readerUrl: '',
    pages: [] as Measured[],
  }))
  for (const i of stands[0]?.kinds.keys() ?? []) {
    const all = stands.map(({ kept, kinds, whileGrowing }) => ({
      kept,
      kind: kinds[i] as PageKind,
      whileGrowing,
      asked: [] as Asking[],
    }))
    for (const { kind, whileGrowing } of all)
      await whileGrowing((servers) => warm(kind, servers, WARM))
    // The ledgers in turn, and again: a machine is faster in one minute than in the next.
    for (let turn = 0; turn < TURNS; turn++)
      for (const { kind, whileGrowing, asked } of all)
        asked.push(...(await whileGrowing((servers) => askFor(kind, servers, turn))))
    for (const [at, { kept, kind, whileGrowing, asked }] of all.entries()) {
      const isLast = at === all.length - 1
      const measured = {
        ...measuredOf(kind.name, asked),
        ...(isCompared && isLast ? await whileGrowing((servers) => compared(kind, servers)) : {}),
      }
      results[at]?.pages.push(measured)
      process.stderr.write(`${kept.events} ${lineOf(measured, undefined)}\n`)
    }
  }
  await mkdir(path.dirname(values.out), { recursive: true })
  const machine = { processors: cpus().length, model: cpus()[0]?.model, memory: totalmem() }
  const raw = { date: new Date().toISOString(), machine, options: values, results }
  await writeFile(values.out, `${JSON.stringify(raw)}\n`)
  const [small] = results
  const large = results.at(-1)
  const lines = [
    `${large?.events.toLocaleString('en')} entries, ${large?.accounts.toLocaleString('en')} accounts, at ${values.rate} pages a second`,
    '',
    `| page | p50 | p99 | p50 : p50 at ${small?.events.toLocaleString('en')} | HTML | pages/s | of a bare route | made anew | status |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...(large?.pages ?? []).map((page) =>
      lineOf(
        page,
        small === large ? undefined : small?.pages.find(({ name }) => name === page.name),
      ),
    ),
  ]
  return process.stdout.write(`${lines.join('\n')}\n\nRaw numbers: ${values.out}\n`)
}

await main()
