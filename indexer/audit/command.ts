import type { Config } from '../config.ts'
import { NotDeployed, readDeployment } from '../deployment.ts'
import { readDatabaseFile } from '../../migrations/databaseFile.ts'
import { audit, type Audit } from './audit.ts'
import type { Difference } from './differences.ts'

/** Differences that are told one by one; the rest is a number. */
const TOLD = 100
const EVERY_MS = 2000

/**
 * `indexer audit`: says on standard output whether every stored row is the chain's, or which are not. Resolves to the exit
 * code: 0, 10 where a row was altered, or 1 where not everything could be compared.
 */
export const auditCommand = async (config: Config, signal: AbortSignal): Promise<number> => {
  const { manifest, writerUrl } = await readDeployment(config)
  const { reader = writerUrl } = await readDatabaseFile(config.databaseFile)
  if (reader === undefined) throw new NotDeployed(config.databaseFile, 'node migrations/main.ts')
  const began = Date.now()
  let told = began
  const found = await audit({
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
  const { differences, uncompared } = found
  for (const difference of differences.slice(0, TOLD))
    process.stdout.write(`${sentenceOf(difference)}\n`)
  if (differences.length > TOLD) process.stdout.write(`… and ${differences.length - TOLD} more.\n`)
  for (const { what, why } of uncompared)
    process.stdout.write(`Not compared: ${what}, since ${why}.\n`)
  process.stdout.write(`${conclusion(found)}\n`)
  if (differences.length > 0) return 10
  return uncompared.length > 0 ? 1 : 0
}

const conclusion = (found: Audit): string => {
  const { blocks, rows, seconds, derivedSeconds, accounts, accountSeconds } = found
  const count = `${grouped(rows)} rows of ${grouped(blocks)} blocks`
  if (found.differences.length > 0)
    return `${found.differences.length} differences among ${count}. Keep this database for the inquiry, and index the chain again into an empty one.`
  const whole = found.uncompared.length > 0 ? 'What was compared is' : 'Every row is'
  const sentences = [
    `${whole} the chain's: ${count}, proven anew at ${rate(rows, seconds)} rows a second.`,
  ]
  if (derivedSeconds > 0)
    sentences.push(`What is worked out from them adds up (${derivedSeconds.toFixed(1)} s).`)
  if (accounts > 0)
    sentences.push(
      `The entries of ${grouped(accounts)} accounts give the heads that the contract keeps, at ${rate(accounts, accountSeconds)} accounts a second.`,
    )
  return sentences.join('\n')
}

const grouped = (count: number): string => count.toLocaleString('en-IN')

const rate = (count: number, seconds: number): string => grouped(Math.round(count / seconds))

/** "payment account 0x…, seq 5: amount_paise is 4000, the chain says 5000." */
const sentenceOf = ({ table, row, what, column, held, proven }: Difference): string => {
  if (what === 'missing') return `${table} ${row}: the chain has it, the database lacks it.`
  if (what === 'extra') return `${table} ${row}: the database has it, the chain does not.`
  return `${table} ${row}: ${column} is ${held}, the chain says ${proven}.`
}
