import type { Config } from '../config.ts'
import { NotDeployed, readDeployment } from '../deployment.ts'
import { readDatabaseFile } from '../../migrations/databaseFile.ts'
import { audit } from './audit.ts'
import type { Difference } from './differences.ts'

/** Differences that are told one by one; the rest is a number. */
const TOLD = 100
const EVERY_MS = 2000

/**
 * `indexer audit`: says on standard output whether every stored row is the chain's, or which are not. Resolves to the exit
 * code: 0, or 10 where a row was altered.
 */
export const auditCommand = async (config: Config, signal: AbortSignal): Promise<number> => {
  const { manifest, writerUrl } = await readDeployment(config)
  const { reader = writerUrl } = await readDatabaseFile(config.databaseFile)
  if (reader === undefined) throw new NotDeployed(config.databaseFile, 'node migrations/main.ts')
  const began = Date.now()
  let told = began
  const { blocks, rows, seconds, differences } = await audit({
    ...config,
    manifest,
    databaseUrl: reader,
    signal,
    onProgress: ({ block, of, rows }) => {
      const now = Date.now()
      if (now - told < EVERY_MS) return
      told = now
      const left = Math.ceil((((now - began) / block) * (of - block)) / 1000)
      process.stderr.write(`block ${block} of ${of}, ${rows} rows, ${left} s left\n`)
    },
  })
  if (signal.aborted) throw new Error('The audit was stopped before its end: nothing is known.')
  for (const difference of differences.slice(0, TOLD))
    process.stdout.write(`${sentenceOf(difference)}\n`)
  const count = `${rows.toLocaleString('en-IN')} rows of ${blocks.toLocaleString('en-IN')} blocks`
  const rate = Math.round(rows / seconds).toLocaleString('en-IN')
  process.stdout.write(
    differences.length === 0
      ? `Every row is the chain's: ${count}, proven anew at ${rate} rows a second.\n`
      : `${differences.length} differences among ${count}. Keep this database for the inquiry, and index the chain again into an empty one.\n`,
  )
  return differences.length === 0 ? 0 : 10
}

/** "payment account 0x…, seq 5: amount_paise is 4000, the chain says 5000." */
const sentenceOf = ({ table, row, what, column, held, proven }: Difference): string => {
  if (what === 'missing') return `${table} ${row}: the chain has it, the database lacks it.`
  if (what === 'extra') return `${table} ${row}: the database has it, the chain does not.`
  return `${table} ${row}: ${column} is ${held}, the chain says ${proven}.`
}
