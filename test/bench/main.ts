/**
 * Measures the indexer beside its peers, all in one run on one machine: `npm run bench -- --help`. Prints a table of
 * ratios and keeps the raw numbers.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { denseChain } from './chain/denseChain.ts'
import type { KeptChain } from './chain/keptChain.ts'
import { startSoleSigner } from './chain/soleSigner.ts'
import { sparseChain } from './chain/sparseChain.ts'
import { type HeadBlock, measureHead } from './measure/headLatency.ts'
import { indexByPonder, installPonder } from './measure/ponder.ts'
import { type BenchPostgres, startPostgres } from './measure/postgres.ts'
import { fetchRawReceipts } from './measure/rawReceipts.ts'
import { indexByWattledger } from './measure/wattledger.ts'

const usage = `npm run bench -- [options]

  --events N      events on the dense chain, built once and kept (200000; the issue's figure: 1000000)
  --sparse N      blocks on the sparse chain, nearly all empty (100000); 0 leaves it out
  --times N       measurements of Geth alone and of the indexer, taken in turn (3); medians count
  --head N        blocks of 200 entries at the head, for the latency (100); 0 leaves it out
  --without-ponder
  --soak MINUTES  only this: a block of 200 entries a second at the head for so long, and whether anything drifts
  --out FILE      raw numbers (bench-results/indexer.json)

Needs Geth 1.13.15 ("npm run wattledger -- network geth") and, for Ponder, npm's registry the first time.
`

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '200000' },
    sparse: { type: 'string', default: '100000' },
    times: { type: 'string', default: '3' },
    head: { type: 'string', default: '100' },
    'without-ponder': { type: 'boolean', default: false },
    soak: { type: 'string' },
    out: { type: 'string', default: path.join('bench-results', 'indexer.json') },
    help: { type: 'boolean', default: false },
  },
})

interface Run {
  readonly seconds: number
}

/** The middle one by time. */
const median = <R extends Run>(runs: readonly R[]): R =>
  runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)] as R

const measureDense = async (chain: KeptChain, postgres: BenchPostgres) => {
  await using node = await startSoleSigner(chain.folder)
  const geth = []
  const wattledger = []
  const overHttp = []
  for (let time = 0; time < Number(values.times); time++) {
    geth.push(await fetchRawReceipts(node.url, chain.blocks))
    wattledger.push(await indexByWattledger(chain, node, postgres))
  }
  const { url, ws } = node
  overHttp.push(await indexByWattledger(chain, { url, ws }, postgres))
  geth.push(await fetchRawReceipts(node.url, chain.blocks))
  const ponder = []
  if (!values['without-ponder']) {
    installPonder()
    ponder.push(await indexByPonder(chain, node, postgres))
  }
  const { blocks, events } = chain
  return { blocks, events, geth, wattledger, overHttp, ponder }
}

const measureSparse = async (chain: KeptChain, postgres: BenchPostgres) => {
  await using node = await startSoleSigner(chain.folder)
  const { blocks, events } = chain
  return { blocks, events, wattledger: [await indexByWattledger(chain, node, postgres)] }
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number) => `${whole(bytes / 1e6)} MB`

type Dense = Awaited<ReturnType<typeof measureDense>>

const denseTable = ({ blocks, events, geth, wattledger, overHttp, ponder }: Dense): string[] => {
  const alone = median(geth)
  const ours = median(wattledger)
  const rate = (run: Run) => events / run.seconds
  const share = (run: Run) => `${((100 * alone.seconds) / run.seconds).toFixed(0)} %`
  const lines = [
    `Dense chain: ${whole(events)} events in ${whole(blocks)} blocks`,
    '',
    '| | events/s | of Geth alone | wattledger is | memory | bytes an event |',
    '|---|--:|--:|--:|--:|--:|',
    `| Geth alone, raw receipts | ${whole(rate(alone))} | 100 % | | | |`,
    `| wattledger, every block proven | ${whole(rate(ours))} | ${share(ours)} | | ${megabytes(ours.peakMemory)} | ${whole(ours.disk / ours.rows)} |`,
  ]
  for (const run of overHttp)
    lines.push(
      `| the same, over HTTP alone | ${whole(rate(run))} | ${share(run)} | | ${megabytes(run.peakMemory)} | ${whole(run.disk / run.rows)} |`,
    )
  for (const run of ponder) {
    const times = `${(run.seconds / ours.seconds).toFixed(1)} × as fast`
    lines.push(
      `| Ponder 0.16.10 | ${whole(rate(run))} | ${share(run)} | ${times} | ${megabytes(run.peakMemory)} | ${whole(run.disk / run.rows)} |`,
    )
  }
  lines.push('', `Audit of every row: ${whole(ours.auditedRowsPerSecond)} rows/s`)
  return lines
}

/** One block a second; for the latency alone they may come faster. */
const SOAK_MS = 1_000
const HEAD_MS = 300

const percentiles = (blocks: readonly HeadBlock[]): string => {
  const sorted = blocks.map(({ latency }) => latency).toSorted((a, b) => a - b)
  const at = (share: number) => `${whole(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`
  return `p50 ${at(0.5)}, p99 ${at(0.99)}`
}

/** Quarter by quarter: what drifts, shows. */
const soak = async (minutes: number, postgres: BenchPostgres) => {
  const blocks = await measureHead(60 * minutes, SOAK_MS, postgres)
  const quarter = Math.ceil(blocks.length / 4)
  const lines = [0, 1, 2, 3].map((place) => {
    const part = blocks.slice(place * quarter, (place + 1) * quarter)
    const memory = megabytes(Math.max(...part.map((block) => block.memory)))
    return `Quarter ${place + 1}: ${whole(part.length)} blocks of 200 entries, ${percentiles(part)}, at most ${memory}`
  })
  return { blocks, lines }
}

const main = async () => {
  if (values.help) return process.stdout.write(usage)
  if (values.soak !== undefined) {
    await using postgres = await startPostgres()
    const { blocks, lines } = await soak(Number(values.soak), postgres)
    await keep(blocks)
    return process.stdout.write(`${lines.join('\n')}\n\nRaw numbers: ${values.out}\n`)
  }
  const dense = await denseChain(Number(values.events))
  const sparse = values.sparse === '0' ? undefined : await sparseChain(Number(values.sparse))
  await using postgres = await startPostgres()
  const results = {
    date: new Date().toISOString(),
    machine: { processors: cpus().length, model: cpus()[0]?.model, memory: totalmem() },
    dense: await measureDense(dense, postgres),
    head: values.head === '0' ? [] : await measureHead(Number(values.head), HEAD_MS, postgres),
    sparse: sparse === undefined ? undefined : await measureSparse(sparse, postgres),
  }
  await keep(results)
  const lines = denseTable(results.dense)
  const { head } = results
  if (head.length > 0) {
    lines.push(
      '',
      `Head: from a block's announcement to its committed rows, ${head.length} blocks of 200 entries: ${percentiles(head)}`,
    )
  }
  if (results.sparse !== undefined) {
    const { blocks, wattledger } = results.sparse
    const run = median(wattledger)
    const rate = whole(blocks / run.seconds)
    lines.push(
      '',
      `Sparse chain: ${whole(blocks)} blocks, ${rate} proven blocks/s, ${megabytes(run.peakMemory)}`,
    )
  }
  return process.stdout.write(`${lines.join('\n')}\n\nRaw numbers: ${values.out}\n`)
}

const keep = async (numbers: unknown) => {
  await mkdir(path.dirname(values.out), { recursive: true })
  await writeFile(values.out, `${JSON.stringify(numbers, null, 2)}\n`)
}

await main()
