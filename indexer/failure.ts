import { ChainAlarm } from '../chain/reader/alarms.ts'
import { exitCodes, IndexerAlarm, isAlarmName } from './alarms.ts'

/** 0 told to stop, 1 can't begin or a mistake of ours, from 3 on the alarms. README.md lists them. */
export const exitCodeOf = (error: unknown): number =>
  isAlarm(error) && isAlarmName(error.name) ? exitCodes[error.name] : 1

/** Says on standard error why the indexer ended: what happened, what was protected, where to read on. */
export const sayFailure = (error: unknown): void => {
  const lines = isAlarm(error)
    ? [
        `ALARM ${error.name}: ${error.message}`,
        'Protected: nothing of it was stored; what the database holds is whole and was proven before.',
        `Next: indexer/README.md, "Alarms", ${error.name}. The indexer ended with code ${exitCodeOf(error)} and begins again where it was.`,
      ]
    : [`indexer: ${error instanceof Error ? error.message : String(error)}`, ...trace(error)]
  process.stderr.write(`${lines.join('\n')}\n`)
}

const isAlarm = (error: unknown): error is Error =>
  error instanceof ChainAlarm || error instanceof IndexerAlarm

/** A mistake of ours is told with its place; an error with a name of its own explains itself. */
const trace = (error: unknown): string[] =>
  error instanceof TypeError || error instanceof RangeError ? [error.stack ?? ''] : []
