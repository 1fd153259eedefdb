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
  --seconds N     for each kind of page (6)
  --pages WORD    only kinds of page whose name has this word
  --throughput N  seconds for each kind of page on the portal, and as many on a bare route with its queries (0: none)
  --out FILE      raw numbers (bench-results/portal.json)

The portal is the program itself, against the Postgres from npm with its usual settings; a stand-in for the node proves
the heads of 500 accounts. A block arrives every 5 s. Latencies are counted from when a page was due to be asked for.
`

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000,10000000' },
    rate: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '6' },
    pages: { type: 'string', default: '' },
    throughput: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join('bench-results', 'portal.json') },
    help: { type: 'boolean', default: false },
  },
})

const ACCOUNTS = 500
/** Addresses of a kind that are asked for again and again when throughput is compared. */
const COMPARED = 50

interface Measured {
  readonly name: string
  readonly asked: readonly Asking[]
  readonly p50: number
  readonly p99: number
  /** Most bytes of a page's body, uncompressed. */
  readonly bytes: number
  readonly statuses: Readonly<Record<string, number>>
  /** Answers a second. */
  readonly portal?: number
  readonly bare?: number
}

const measureKind = async ({ name, addresses }: PageKind, portal: string, bare: string | null) => {
  await openLoop(portal, addresses, { rate: 50, seconds: 1 })
  const how = { rate: Number(values.rate), seconds: Number(values.seconds) }
  const asked = await openLoop(portal, addresses, how)
  const times = asked.map(({ ms }) => ms)
  const measured: Measured = {
    name,
    asked,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bytes: Math.max(...asked.map(({ bytes }) => bytes)),
    statuses: Object.fromEntries(
      [...Map.groupBy(asked, ({ status }) => status)].map(([status, all]) => [status, all.length]),
    ),
  }
  if (bare === null) return measured
  const load = { clients: 8, seconds: Number(values.throughput) }
  const few = addresses.slice(0, COMPARED)
  // One after the other and once: the bare route learns the queries, and both have what they keep.
  for (const origin of [bare, portal])
    for (const address of few) await (await fetch(origin + address, { redirect: 'manual' })).text()
  return {
    ...measured,
    portal: await closedLoop(portal, few, load),
    bare: await closedLoop(bare, few, load),
  }
}

const measure = async (kept: KeptLedger): Promise<Measured[]> => {
  await using db = openLedger(kept.readerUrl)
  const accounts = accountsOf(kept.each, 2 * ACCOUNTS)
    .filter(isPlain)
    .slice(0, ACCOUNTS)
  await using head = await growingHead(kept.url)
  await using node = await startStandIn(kept.readerUrl, accounts, head.totals)
  await head.start(node.stateRoot)
  const home = await mkdtemp(path.join(tmpdir(), 'wattledger-bench-'))
  await writeFile(path.join(home, 'manifest.json'), JSON.stringify(manifest))
  const env = {
    WATTLEDGER_HOME: home,
    READER_DATABASE_URL: kept.readerUrl,
    RPC_URL: node.url,
    PORT: '0',
  }
  await using portal = await startProgram(path.join('portal', 'main.ts'), env)
  const isCompared = values.throughput !== '0'
  await using bare = isCompared
    ? await startProgram(path.join('test', 'bench', 'portal', 'bareRoute.ts'), env)
    : null
  const measured: Measured[] = []
  for (const kind of await pageKinds(db, accounts)) {
    if (!kind.name.includes(values.pages)) continue
    measured.push(await measureKind(kind, portal.url, bare?.url ?? null))
    process.stderr.write(`${lineOf(measured.at(-1) as Measured, undefined)}\n`)
  }
  await rm(home, { recursive: true })
  return measured
}

const ms = (value: number) => `${value.toFixed(1)} ms`

const lineOf = (measured: Measured, small: Measured | undefined): string => {
  const { name, p50, p99, bytes, portal, bare } = measured
  const ratio = (a: number, b: number | undefined) =>
    b === undefined || b === 0 ? '' : (a / b).toFixed(2)
  const cells = [
    name,
    ms(p50),
    ms(p99),
    ratio(p50, small?.p50),
    `${(bytes / 1000).toFixed(1)} kB`,
    portal === undefined ? '' : portal.toFixed(0),
    portal === undefined || bare === undefined ? '' : `${((100 * portal) / bare).toFixed(0)} %`,
    Object.keys(measured.statuses).join(),
  ]
  return `| ${cells.join(' | ')} |`
}

const main = async () => {
  if (values.help) return process.stdout.write(usage)
  await using ledgers = await openKeptLedgers()
  const results = []
  for (const events of values.events.split(',')) {
    const kept = await ledgers.open(Number(events))
    results.push({ ...kept, url: undefined, readerUrl: undefined, pages: await measure(kept) })
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
    `| page | p50 | p99 | p50 : p50 at ${small?.events.toLocaleString('en')} | HTML | pages/s | of a bare route | status |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
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
