import { auditCommand } from './audit/command.ts'
import { readConfig } from './config.ts'
import { exitCodeOf, sayFailure } from './failure.ts'
import { runFollower } from './follower.ts'
import { statusCommand } from './statusCommand.ts'
import { stopSignal } from './stopSignal.ts'

const usage = `node indexer/main.ts            follows the chain into Postgres until told to stop
node indexer/main.ts status     how it fares: --json for programs
node indexer/main.ts audit      proves every stored row against the chain, and names what was altered

See indexer/README.md for settings, alarms and exit codes.
`

/** chain → proof → rows: environment → config → what was asked for; the exit code. */
const main = async (command = 'follow', option = ''): Promise<number> => {
  if (command === '--help' || option === '--help') {
    process.stdout.write(usage)
    return 0
  }
  const isKnown = { follow: [''], status: ['', '--json'], audit: [''] }[command]?.includes(option)
  if (isKnown !== true) {
    process.stderr.write(`The indexer knows no "${`${command} ${option}`.trim()}".\n\n${usage}`)
    return 2
  }
  const config = readConfig(process.env)
  if (command === 'status') return statusCommand(config, option === '--json')
  const signal = stopSignal()
  if (command === 'audit') return auditCommand(config, signal)
  await runFollower(config, signal)
  return 0
}

try {
  process.exitCode = await main(...process.argv.slice(2))
} catch (error) {
  sayFailure(error)
  process.exitCode = exitCodeOf(error)
}
