import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { lagSeconds, whyNotReady, type Progress } from './progress.ts'

/** What an operator watches. README.md says which of these to alert on. */
export const createMetrics = (progress: Progress, readyLagSeconds: number) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `wattledger_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('chain_head', 'Newest block the node spoke of', () => progress.chainHead)
  gauge('indexed_block', 'Newest block whose rows are stored', () => progress.indexedBlock)
  gauge('proven_block', 'Newest block a majority stands on', () => progress.provenBlock)
  gauge('lag_blocks', 'Blocks the node has and the database lacks', () =>
    Math.max(0, progress.chainHead - progress.indexedBlock),
  )
  gauge('lag_seconds', 'Seconds since everything was stored', () =>
    lagSeconds(progress, Date.now()),
  )
  gauge('ready', '1 where /ready says so', () =>
    whyNotReady(progress, readyLagSeconds, Date.now()) === undefined ? 1 : 0,
  )
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `wattledger_${name}`, help, labelNames, registers })
  return {
    registry,
    blocksProven: counter('blocks_proven_total', 'Blocks proven and stored'),
    rowsWritten: counter('rows_written_total', 'Rows stored, by table', ['table']),
    reorgs: counter('reorgs_total', 'Times that the chain took blocks back'),
    rowsOrphaned: counter('rows_orphaned_total', 'Rows moved to the table orphan'),
    rpcErrors: counter('rpc_errors_total', 'Times the node could not be used, all retries done'),
    databaseErrors: counter('database_errors_total', 'Times Postgres could not be used'),
    alarms: counter('alarms_total', 'Alarms, by name', ['alarm']),
    storeSeconds: new Histogram({
      name: 'wattledger_store_seconds',
      help: 'Duration of the transaction that stores a batch',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
