import path from 'node:path'
import { Option, type Command } from 'commander'
import type { Party } from '../../../contracts/proof/manifest.ts'
import { ensureKey } from '../../keys/ensureKey.ts'
import { findChain } from '../../network/findChain.ts'
import { parties } from '../../network/genesis.ts'
import { admitPeers, initNetwork, joinNetwork } from '../../network/initNetwork.ts'
import { isEnode, networkPath, readNetwork, type Place } from '../../network/network.ts'
import { enodeId } from '../../network/nodeKeys.ts'
import { peerPort } from '../../network/nodes.ts'
import { obtainGeth } from '../../network/obtainGeth.ts'
import { readPorts } from '../../network/ports.ts'
import { BadInput } from '../exit.ts'
import { keyringOf } from '../keyring.ts'
import { addressFrom } from '../options.ts'
import { present, remark } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { settingsOf, type Settings } from '../settings.ts'

/** Commands by which several parties come to one network: made by one, joined by the others, who let each other in. */
export function partyCommands(network: Command): void {
  init(network)
  join(network)
  admit(network)
}

/** Seconds between blocks, for a network that a command makes. */
export const periodOption = (seconds: string) =>
  new Option('--period <seconds>', 'between blocks, where the network is made now').default(seconds)

export const periodOf = ({ period }: { period: string }) =>
  parseWhole(period, 'number of seconds between blocks', 1, 3600)

/** Who gets the native units of a new chain: the key "board", made in a new home. */
export const boardOf = (settings: Settings) => ensureKey('board', settings.passphrase)

function init(network: Command): void {
  network
    .command('init')
    .description('make a Geth network: sealing keys of the three parties, genesis, data folders')
    .addOption(periodOption('5'))
    .option('--board <holder>', 'address or key that gets the native units (key "board")')
    .addHelpText('after', '\nExample:\n  wattledger network init --period 5')
    .action(async (options: { period: string; board?: string }, command: Command) => {
      const settings = settingsOf(command)
      const { home } = settings
      const period = periodOf(options)
      findChain(home, 'geth')
      const { geth } = await obtainGeth(remark)
      const board =
        options.board === undefined
          ? await boardOf(settings)
          : await addressFrom(keyringOf(settings), options.board)
      const { network: made, place } = await initNetwork({ home, geth, board, period })
      await showPlace(settings, place, [
        ...made.signers.map(({ party, address }) => `The ${party} seals with ${address}`),
        `Give ${networkPath(home)} to whoever is to join; start with: wattledger network start`,
      ])
    })
}

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
      findChain(home, 'geth')
      const description = await readNetwork(path.resolve(file))
      const peers = enodesOf(options.peers)
      const { geth } = await obtainGeth(remark)
      const place = await joinNetwork({
        home,
        geth,
        network: description,
        party: options.as,
        peers,
      })
      await showPlace(settings, place, ['Joined; start with: wattledger network start'])
    })
}

function admit(network: Command): void {
  network
    .command('admit <enodes>')
    .description("let others' nodes in, separated by commas, from the next start on")
    .addHelpText('after', '\nExample:\n  wattledger network admit enode://…@10.0.0.9:30305')
    .action(async (enodes: string, _: unknown, command: Command) => {
      const settings = settingsOf(command)
      const place = await admitPeers(settings.home, enodesOf(enodes))
      await showPlace(settings, place, [
        `Let in from the next start on: ${place.peers.length} nodes of others.`,
      ])
    })
}

async function showPlace(settings: Settings, place: Place, lines: string[]): Promise<void> {
  const ports = readPorts()
  const enodes = await Promise.all(
    place.nodes.map(async (node) => {
      const id = await enodeId(settings.home, node)
      return `enode://${id}@THIS-HOST:${peerPort(ports, node)}`
    }),
  )
  present(settings, { ...place, enodes }, [
    ...lines,
    'The others let these in with "network admit", with this machine\'s IP address in place of THIS-HOST:',
    ...enodes.map((enode) => `  ${enode}`),
  ])
}

function enodesOf(list: string): string[] {
  return list.split(',').map((text) => {
    if (isEnode(text.trim())) return text.trim()
    throw new BadInput(
      `"${text}" is no node's address: give enode://PUBLIC-KEY@IP:PORT, as "network join" prints it.`,
    )
  })
}
