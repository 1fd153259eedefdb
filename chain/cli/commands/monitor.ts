import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import { write } from '../../../contracts/proof/evidence/read.ts'
import { verifyEvidence } from '../../../contracts/proof/evidence/verify.ts'
import { trustOf } from '../../../contracts/proof/evidence/identity.ts'
import { exitCodeOf, tell, toldLines } from '../../../contracts/proof/evidence/words.ts'
import { codeOf, isReserved } from '../../../contracts/rules/accountCode.ts'
import type { Alarm } from '../../monitor/alarm.ts'
import { gatherEvidence } from '../../monitor/gatherEvidence.ts'
import { monitor, type MonitorState, SealedHistoryReplaced } from '../../monitor/monitor.ts'
import { ChainAlarm } from '../../reader/alarms.ts'
import { accountOf } from '../accountBook.ts'
import { BadInput, exit } from '../exit.ts'
import type { Ledger } from '../ledger.ts'
import { present, remark, toJson } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { openSession } from '../session.ts'

type MonitorCommandOptions = { portal?: string; once?: boolean; evidence?: string }

/** Watching the ledger and its portal, and taking evidence straight from a node. */
export function monitorCommands(program: Command): void {
  program
    .command('monitor')
    .description('follow the chain, check every bill, and raise an alarm where anything is wrong')
    .option('--portal <url>', "hold a portal's answers against the chain too")
    .option('--once', 'end at the newest block')
    .option('--evidence <folder>', 'write the evidence of an account that an alarm is about', '.')
    .addHelpText('after', MONITOR_HELP)
    .action(async (options: MonitorCommandOptions, command: Command) => {
      using session = await openSession(command)
      const { settings, ledger } = session
      const portal = portalOf(options.portal)
      const stop = stopSignal()
      const tellAlarm = async (alarm: Alarm) => {
        const file = await keepEvidence(ledger, alarm, options.evidence ?? '.')
        if (settings.isJson) process.stdout.write(`${toJson({ alarm: { ...alarm, file } })}\n`)
        else
          process.stdout.write(
            `ALARM  block ${alarm.block}  ${alarm.message}${file === null ? '' : `\n       evidence: ${file}`}\n`,
          )
      }
      let told = ''
      const onHead = (state: MonitorState) => {
        const line = `Block ${state.block}: ${state.accounts} accounts, ${state.entries} entries, ${state.alarms === 0 ? 'nothing wrong' : `${state.alarms} alarms`}.`
        if (line !== told && !settings.isJson && options.once !== true) remark(line)
        told = line
      }
      try {
        const state = await monitor({
          ...ledger,
          portal,
          isOnce: options.once === true,
          signal: stop,
          onAlarm: tellAlarm,
          onHead,
          onRemark: remark,
        })
        present(settings, state, [
          `Looked at ${state.entries} entries of ${state.accounts} accounts up to block ${state.block}: ${state.alarms === 0 ? 'nothing is wrong.' : `${state.alarms} alarms.`}`,
        ])
        if (state.alarms > 0) process.exitCode = exit.refused
      } catch (error) {
        if (!(error instanceof ChainAlarm || error instanceof SealedHistoryReplaced)) throw error
        await tellAlarm({ kind: 'chain', block: 0, account: null, message: error.message })
        process.exitCode = exit.noChain
      }
    })

  program
    .command('evidence <account>')
    .description('take evidence of an account or a bill from a node, without any portal')
    .option('--bill <number>', 'of this bill only')
    .option('--out <file>', 'where to (default: CODE.evidence.json here)')
    .addHelpText('after', EVIDENCE_HELP)
    .action(async (text: string, options: { bill?: string; out?: string }, command: Command) => {
      using session = await openSession(command)
      const { settings, ledger } = session
      const bill =
        options.bill === undefined ? null : parseWhole(options.bill, 'bill', 1, 2 ** 32 - 1)
      const account = await accountOf(ledger, settings.home, text)
      const evidence = write(await gatherEvidence(ledger.transport, ledger.manifest, account, bill))
      const verdict = verifyEvidence(evidence, trustOf(ledger.manifest, 0))
      const file = options.out ?? fileName(codeOf(account), bill)
      await writeFile(file, evidence)
      present(settings, { file, bytes: evidence.length, outcome: verdict.outcome }, [
        ...toldLines(tell(verdict)),
        '',
        `Wrote ${file}.`,
      ])
      process.exitCode = exitCodeOf(verdict)
    })
}

const MONITOR_HELP = `
Reads the chain from its first block on and proves each itself. Exit codes: 0 nothing wrong · 1 alarms ·
3 the chain is not to be believed.

Examples:
  wattledger monitor --portal http://127.0.0.1:8080
  wattledger monitor --once --json`

const EVIDENCE_HELP = `
Example:
  wattledger evidence K7Q29-XMD4T-H --bill 7`

/** Writes the evidence of the account that the alarm is about; null where there is none, or it can't be had. */
async function keepEvidence(
  { transport, manifest }: Ledger,
  { account, block }: Alarm,
  folder: string,
): Promise<string | null> {
  if (account === null || isReserved(account)) return null
  try {
    const evidence = await gatherEvidence(transport, manifest, account)
    const file = path.join(folder, `alarm-block-${block}-${fileName(codeOf(account), null)}`)
    await mkdir(folder, { recursive: true })
    await writeFile(file, write(evidence))
    return file
  } catch (error) {
    remark(
      `Its evidence can't be had now: ${error instanceof Error ? error.message : String(error)}`,
    )
    return null
  }
}

const fileName = (code: string, bill: number | null): string =>
  `${code.replace(/[^0-9A-Z-]/g, '_')}${bill === null ? '' : `-bill-${bill}`}.evidence.json`

function portalOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new BadInput(`"${text}" is no address of a portal: give one like http://127.0.0.1:8080.`)
}

function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => controller.abort())
  }
  return controller.signal
}
