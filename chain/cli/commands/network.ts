import { Option, type Command } from 'commander'
import { chainOf, type ChainKind } from '../../network/findChain.ts'
import { runInForeground } from '../../network/foreground.ts'
import { lastLines, logPath, newText } from '../../network/logs.ts'
import { nodeNames, type NodeName } from '../../network/network.ts'
import { obtainGeth } from '../../network/obtainGeth.ts'
import { readPorts } from '../../network/ports.ts'
import { thisOwner } from '../../network/processes.ts'
import { startNode } from '../../network/startGeth.ts'
import { layoutOf, startNetwork, type NetworkRequest } from '../../network/startNetwork.ts'
import { networkStatus } from '../../network/status.ts'
import { stopNetwork, stopNode } from '../../network/stopNetwork.ts'
import { BadInput } from '../exit.ts'
import { present, remark } from '../output.ts'
import { parseDay, parseWhole } from '../quantities.ts'
import { morningOf } from '../town/clock.ts'
import { statusLines } from '../networkStatus.ts'
import { settingsOf, type Settings } from '../settings.ts'
import { boardOf, partyCommands, periodOf, periodOption } from './networkParties.ts'

/** The network's commands: what runs on this machine, started, stopped and looked at. */
export function networkCommands(program: Command): void {
  const network = program.command('network').description('the chain: its nodes on this machine')
  network.hook('preAction', (_, command) => {
    if (settingsOf(command).isDryRun) {
      throw new BadInput(`"network ${command.name()}" has no dry run: leave --dry-run out.`)
    }
  })
  partyCommands(network)
  start(network)
  stop(network)
  status(network)
  logs(network)
  geth(network)
}

function start(network: Command): void {
  network
    .command('start [node]')
    .description('start the chain, made first where there is none; or one node of it')
    .addOption(chainOption())
    .addOption(periodOption('1'))
    .option('--since <day>', "where anvil is made now: its clock begins on this day's morning")
    .option('--foreground', 'stay, and stop everything when this command is stopped')
    .addHelpText(
      'after',
      '\nExamples:\n  wattledger network start --foreground\n  wattledger network start consumer',
    )
    .action(async (node: string | undefined, options: StartOptions, command: Command) => {
      const settings = settingsOf(command)
      if (node === undefined) await startAll(settings, options)
      else await startOne(settings, nodeOf(node))
    })
}

type StartOptions = {
  chain?: ChainKind
  period: string
  since?: string
  foreground?: boolean
}

async function startAll(settings: Settings, options: StartOptions): Promise<void> {
  const request: NetworkRequest = {
    home: settings.home,
    ports: readPorts(),
    chain: options.chain,
    period: periodOf(options),
    board: () => boardOf(settings),
    clock: options.since === undefined ? undefined : morningOf(parseDay(options.since)),
    owner: options.foreground === true ? await thisOwner() : null,
    tell: remark,
  }
  if (options.foreground === true) {
    await runInForeground(request, ({ chain, rpc, ws, peer }) =>
      process.stdout.write(`${JSON.stringify({ ready: true, chain, rpc, ws, peer })}\n`),
    )
    return
  }
  const { chain, rpc, ws, peer } = await startNetwork(request)
  present(settings, { ready: true, chain, rpc, ws, peer }, [
    `${chain} runs: ${rpc}, ${ws}`,
    'Stop it with: wattledger network stop',
  ])
}

async function startOne(settings: Settings, node: NodeName): Promise<void> {
  const layout = await layoutOf(settings.home, readPorts())
  await startNode(layout, await obtainGeth(remark), node)
  present(settings, { started: [node] }, [`The ${node} node runs.`])
}

function stop(network: Command): void {
  network
    .command('stop [node]')
    .description('stop the chain, or one node of it')
    .addHelpText(
      'after',
      '\nExamples:\n  wattledger network stop\n  wattledger network stop consumer',
    )
    .action(async (node: string | undefined, _: unknown, command: Command) => {
      const settings = settingsOf(command)
      if (node === undefined) {
        const stopped = await stopNetwork(settings.home)
        present(settings, { stopped }, [
          stopped.length === 0 ? 'Nothing ran.' : `Stopped: ${stopped.join(', ')}.`,
        ])
        return
      }
      const name = node === 'bootnode' ? node : nodeOf(node)
      const ran = await stopNode(settings.home, name)
      present(settings, { stopped: ran ? [name] : [] }, [
        ran
          ? `The ${name} node is stopped; start it again with: wattledger network start ${name}`
          : `The ${name} node didn't run.`,
      ])
    })
}

function status(network: Command): void {
  network
    .command('status')
    .description('who sealed last, who is silent, which nodes run and how far they are')
    .addHelpText('after', '\nExample:\n  wattledger network status --json')
    .action(async (_: unknown, command: Command) => {
      const settings = settingsOf(command)
      const found = await networkStatus(settings.home, readPorts().rpc)
      present(settings, found, statusLines(found))
    })
}

function logs(network: Command): void {
  network
    .command('logs [node]')
    .description('what a node wrote last (default: the RPC node, or anvil)')
    .option('-n, --lines <count>', 'how many lines', '40')
    .option('-f, --follow', 'go on with what it writes, until Ctrl-C')
    .addHelpText('after', '\nExample:\n  wattledger network logs regulator --follow')
    .action(async (node: string | undefined, options: LogOptions, command: Command) => {
      const { home } = settingsOf(command)
      const name = node ?? (chainOf(home) === 'anvil' ? 'anvil' : 'rpc')
      if (![...nodeNames, 'bootnode', 'anvil'].includes(name)) throw new NoSuchNode(name)
      const lines = await lastLines(
        home,
        name,
        parseWhole(options.lines, 'number of lines', 1, 100_000),
      )
      if (lines.length === 0) remark(`${logPath(home, name)} is empty.`)
      else process.stdout.write(`${lines.join('\n')}\n`)
      if (options.follow !== true) return
      const ended = new AbortController()
      process.once('SIGINT', () => ended.abort())
      for await (const text of newText(home, name, ended.signal)) process.stdout.write(text)
    })
}

type LogOptions = { lines: string; follow?: boolean }

function geth(network: Command): void {
  network
    .command('geth')
    .description('find Geth, or build it once with Go, and say where it is')
    .addHelpText('after', '\nExample:\n  wattledger network geth')
    .action(async (_: unknown, command: Command) => {
      const found = await obtainGeth(remark)
      present(settingsOf(command), found, [found.geth])
    })
}

const chainOption = () =>
  new Option(
    '--chain <kind>',
    "which chain (default: the home's, else Geth if found, else anvil)",
  ).choices(['geth', 'anvil'])

function nodeOf(name: string): NodeName {
  const node = nodeNames.find((known) => known === name)
  if (node === undefined) throw new NoSuchNode(name)
  return node
}

class NoSuchNode extends BadInput {
  override name = 'NoSuchNode'

  constructor(name: string) {
    super(`There is no node "${name}": the nodes are ${nodeNames.join(', ')} and bootnode.`)
  }
}
