import { connect } from '../migrations/connect.ts'
import type { Config } from './config.ts'
import { readDeployment } from './deployment.ts'

/** Written once a second; older than this, nobody writes it. */
const SILENT_MS = 10_000

/**
 * `indexer status`: how the indexer of this home fares, from the row that it keeps. Resolves to the exit code: 0 while it
 * follows or catches up, 1 where it does not run or stopped with an alarm.
 */
export const statusCommand = async (config: Config, isJson: boolean): Promise<number> => {
  const { writerUrl } = await readDeployment(config)
  await using db = connect(writerUrl, { name: 'wattledger indexer status', max: 1 })
  const row = await db.selectFrom('indexer_status').selectAll().executeTakeFirst()
  if (row === undefined) {
    process.stdout.write(
      isJson ? '{"state":"never ran"}\n' : 'No indexer ran on this database yet.\n',
    )
    return 1
  }
  const silentMs = Date.now() - row.updated_at.getTime()
  const isSilent = silentMs > SILENT_MS && row.state !== 'stopped' && row.state !== 'alarm'
  const state = isSilent ? 'silent' : row.state
  const { chain_head: chainHead, indexed_block: indexedBlock, proven_block: provenBlock } = row
  const figures = { state, chainHead, indexedBlock, provenBlock, lagSeconds: row.lag_seconds }
  const alarm = row.alarm === null ? undefined : { at: row.alarm_at, message: row.alarm }
  const lines = [
    `${state}${isSilent ? `: not heard for ${Math.round(silentMs / 1000)} s; see whether its process lives` : ''}`,
    `block ${indexedBlock} of ${chainHead} stored, proven up to ${provenBlock}, ${row.lag_seconds} s behind`,
    ...(alarm === undefined ? [] : [`last alarm, ${alarm.at?.toISOString()}: ${alarm.message}`]),
  ]
  process.stdout.write(
    isJson ? `${JSON.stringify({ ...figures, alarm })}\n` : `${lines.join('\n')}\n`,
  )
  return ['following', 'backfilling', 'waiting', 'starting'].includes(state) ? 0 : 1
}
