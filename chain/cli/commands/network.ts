import path from 'node:path'
import { Option, type Command } from 'commander'
import { parties } from '../../network/genesis.ts'
import { chainOf, type ChainKind } from '../../network/findChain.ts'
import { runInForeground } from '../../network/foreground.ts'
import { initNetwork, joinNetwork } from '../../network/initNetwork.ts'
import { enodeId } from '../../network/nodeKeys.ts'
import { lastLines, logPath, newText } from '../../network/logs.ts'
import {
  isEnode,
  networkPath,
  nodeNames,
  readNetwork,
  type NodeName,
} from '../../network/network.ts'
import { peerPort } from '../../network/nodes.ts'
import { obtainGeth } from '../../network/obtainGeth.ts'
import { readPorts } from '../../network/ports.ts'
import { thisOwner } from '../../network/processes.ts'
import { startNode } from '../../network/startGeth.ts'
import { layoutOf, startNetwork, type NetworkRequest } from '../../network/startNetwork.ts'
import { networkStatus } from '../../network/status.ts'
import { stopNetwork, stopNode } from '../../network/stopNetwork.ts'
import type { Party } from '../../../contracts/proof/manifest.ts'
import { ensureKey } from '../../keys/ensureKey.ts'
import { BadInput } from '../exit.ts'
import { present, remark } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { settingsOf, type Settings } from '../settings.ts'
import { statusLines } from '../networkStatus.ts'

/** The network's commands: what runs on this machine, started, stopped and looked at. */
export function networkCommands(program: Command): void {
  const network = program.command('network').description('the chain: its nodes on this machine')
  init(network)
  start(network)
  stop(network)
  status(network)
  logs(network)
  join(network)
  geth(network)
}

function init(network: Command): void {
  network
    .command('init')
    .description('make a Geth network: sealing keys of the three parties, genesis, data folders')
    .addOption(periodOption('5'))
    .option('--board <address>', 'who gets the native units (the key "board" of this home)')
    .addHelpText('after', '\nExample:\n  wattledger network init --period 5')
    .action(async (options: { period: string; board?: string }, command: Command) => {
      const settings = settingsOf(command)
      const { geth } = await obtainGeth(remark)
      const made = await initNetwork({
        home: settings.home,
        geth,
        board: options.board ?? (await boardOf(settings)),
        period: periodOf(options),
      })
      const file = networkPath(settings.home)
      present(settings, { network: file, signers: made.signers }, [
        ...made.signers.map(({ party, address }) => `${party} seals with ${address}`),
        `Give ${file} to whoever is to join; start with: wattledger network start`,
      ])
    })
}

function start(network: Command): void {
  network
    .command('start [node]')
    .description('start the chain, made first where there is none; or one node of it')
    .addOption(chainOption())
    .addOption(periodOption('1'))
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

type StartOptions = { chain?: ChainKind; period: string; foreground?: boolean }

async function startAll(settings: Settings, options: StartOptions): Promise<void> {
  const request: NetworkRequest = {
    home: settings.home,
    ports: readPorts(),
    chain: options.chain,
    period: periodOf(options),
    board: () => boardOf(settings),
    owner: options.foreground === true ? await thisOwner() : null,
    tell: remark,
  }
  if (options.foreground === true) {
    await runInForeground(request, ({ chain, rpc, ws }) =>
      process.stdout.write(`${JSON.stringify({ ready: true, chain, rpc, ws })}\n`),
    )
    return
  }
  const { chain, rpc, ws } = await startNetwork(request)
  present(settings, { ready: true, chain, rpc, ws }, [
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

function join(network: Command): void {
  network
    .command('join <network>')
    .description("join a network by its network.json: run a node of one's own on this machine")
    .requiredOption('--peers <enodes>', "the others' nodes, separated by commas")
    .addOption(
      new Option('--as <party>', 'seal as this party, whose folder was brought here').choices(
        parties,
      ),
    )
    .addHelpText(
      'after',
      '\nExample:\n  wattledger network join network.json --peers enode://…@10.0.0.7:30305',
    )
    .action(async (file: string, options: { peers: string; as?: Party }, command: Command) => {
      const settings = settingsOf(command)
      const { home } = settings
      const { geth } = await obtainGeth(remark)
      const party = options.as
      const place = await joinNetwork({
        home,
        geth,
        network: await readNetwork(path.resolve(file)),
        party,
        peers: options.peers.split(',').map((text) => enodeOf(text.trim())),
      })
      const ports = readPorts()
      const enodes = await Promise.all(
        place.nodes.map(
          async (node) => `enode://${await enodeId(home, node)}@THIS-HOST:${peerPort(ports, node)}`,
        ),
      )
      present(settings, { nodes: place.nodes, enodes }, [
        'Joined; start with: wattledger network start',
        "The others let these in, with this machine's address in place of THIS-HOST:",
        ...enodes.map((enode) => `  ${enode}`),
      ])
    })
}

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

const periodOption = (seconds: string) =>
  new Option('--period <seconds>', 'between blocks, where the network is made now').default(seconds)

const periodOf = ({ period }: { period: string }) =>
  parseWhole(period, 'number of seconds between blocks', 1, 3600)

const boardOf = (settings: Settings) => ensureKey('board', settings.passphrase)

function nodeOf(name: string): NodeName {
  const node = nodeNames.find((known) => known === name)
  if (node === undefined) throw new NoSuchNode(name)
  return node
}

function enodeOf(text: string): string {
  if (isEnode(text)) return text
  throw new BadInput(
    `"${text}" is no node's address: give enode://PUBLIC-KEY@IP:PORT, as "network join" prints it.`,
  )
}

class NoSuchNode extends BadInput {
  override name = 'NoSuchNode'

  constructor(name: string) {
    super(`There is no node "${name}": the nodes are ${nodeNames.join(', ')} and bootnode.`)
  }
}
