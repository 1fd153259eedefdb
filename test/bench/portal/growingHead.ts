import type pg from 'pg'
import { paise } from '../../../contracts/rules/units.ts'
import { createClient } from '../../../migrations/connect.ts'
import type { LedgerTotals, Sums } from '../../../portal/node/ledgerTotals.ts'

/** Seconds between blocks on the parties' network. */
const PERIOD = 5

/** Seconds between the indexer's reports. */
const REPORT = 1

/** A kept ledger's newest blocks, which come while its pages are measured and go when it is over. */
export interface GrowingHead extends AsyncDisposable {
  /** What the contract's totals would be. */
  readonly totals: LedgerTotals
  /** A block with this state comes every 5 s, and the indexer says every second that all is well, until it is disposed. */
  readonly grow: (stateRoot: Uint8Array) => Promise<AsyncDisposable>
}

export const growingHead = async (ownerUrl: string): Promise<GrowingHead> => {
  const client = createClient(ownerUrl, { name: 'bench head' })
  client.on('error', () => {})
  await client.connect()
  await forget(client)
  return {
    totals: await totalsOf(client),
    grow: async (stateRoot) => {
      await grow(client, stateRoot)
      let writing = Promise.resolve()
      const every = (seconds: number, write: () => Promise<unknown>) =>
        setInterval(() => {
          writing = writing.then(async () => void (await write()))
        }, 1000 * seconds)
      const timers = [
        every(PERIOD, () => grow(client, stateRoot)),
        every(REPORT, () => report(client)),
      ]
      return {
        [Symbol.asyncDispose]: async () => {
          for (const timer of timers) clearInterval(timer)
          await writing
        },
      }
    },
    [Symbol.asyncDispose]: async () => {
      await forget(client)
      await client.end()
    },
  }
}

/** Blocks of a bench hold nothing. */
const forget = async (client: pg.Client) => {
  await client.query(
    'delete from block where number > (select max(number) from block where log_count > 0)',
  )
  await client.query(
    'update checkpoint set (block_number, block_hash, derived_block) = (select number, hash, number from block order by number desc limit 1)',
  )
}

const grow = async (client: pg.Client, stateRoot: Uint8Array) => {
  await client.query('begin')
  await client.query(
    `insert into block
       select number + 1, sha256(hash), hash, timestamp + ${PERIOD}, $1, sealer, 0, 0
       from block order by number desc limit 1`,
    [stateRoot],
  )
  await client.query(
    'update checkpoint set (block_number, block_hash, derived_block) = (select number, hash, number from block order by number desc limit 1)',
  )
  await report(client)
  await client.query('commit')
}

const report = (client: pg.Client) =>
  client.query(
    `update indexer_status set (chain_head, indexed_block, proven_block) =
       (select block_number, block_number, block_number from checkpoint), updated_at = now()`,
  )

const totalsOf = async (client: pg.Client): Promise<LedgerTotals> => {
  const sums = async (before: number): Promise<Sums> => {
    const { rows } = await client.query<{ kind: string; amount: bigint }>(
      'select kind, sum(amount_paise) as amount from block_total where block_number < $1 group by kind',
      [before],
    )
    const of = (kind: string) => rows.find((row) => row.kind === kind)?.amount ?? 0n
    return {
      billed: paise(of('bill') + of('revision')),
      adjusted: paise(of('adjustment')),
      paid: paise(of('payment') - of('payment_reversal')),
    }
  }
  const { rows } = await client.query<{ block: number }>(
    'select max(block_number) as block from period_closing',
  )
  return { now: await sums(2 ** 31 - 1), atClosing: await sums(rows[0]?.block ?? 0) }
}
