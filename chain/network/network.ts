import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { NetworkError } from './networkError.ts'
import type { Party } from '../../contracts/proof/manifest.ts'
import { parties } from './genesis.ts'

/** A node of the network: a party's, which seals, or the one that serves JSON-RPC and doesn't. */
export type NodeName = Party | 'rpc'
export const nodeNames: readonly NodeName[] = [...parties, 'rpc']

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/)
/** With an IP address, since Geth's `--netrestrict` knows no names. */
const enode = z
  .string()
  .regex(/^enode:\/\/[0-9a-f]{128}@(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\]):\d+(\?discport=\d+)?$/)

const networkSchema = z.strictObject({
  version: z.literal(1),
  /** As `geth init` takes it; kept as it is, since its hash is the network's name. */
  genesis: z.looseObject({
    config: z.looseObject({
      chainId: z.number(),
      clique: z.object({ period: z.int().positive(), epoch: z.number() }),
    }),
  }),
  signers: z.array(z.strictObject({ party: z.enum(parties), address })).length(parties.length),
})

const placeSchema = z.strictObject({
  version: z.literal(1),
  nodes: z.array(z.enum(['board', 'consumer', 'regulator', 'rpc'])).min(1),
  peers: z.array(enode),
})

/** What all parties share (network.json): whoever has it can join. */
export type Network = z.infer<typeof networkSchema>
/** What this home has of it (here.json): the nodes it runs, and others' nodes that they talk to. */
export type Place = z.infer<typeof placeSchema>

export const networkPath = (home: string): string => path.join(home, 'network', 'network.json')
export const placePath = (home: string): string => path.join(home, 'network', 'here.json')
/** Geth's data folder of a node. */
export const nodeFolder = (home: string, node: NodeName): string => path.join(home, 'network', node)

/** Throws `NetworkError` where it can't be read or is none. */
export const readNetwork = (file: string): Promise<Network> => read(file, networkSchema)
export const readPlace = (file: string): Promise<Place> => read(file, placeSchema)

/** Whether a text is an enode that Geth can restrict itself to. */
export const isEnode = (text: string): boolean => enode.safeParse(text).success

/** Whether a Geth network was made in this home. */
export const hasNetwork = (home: string): boolean => existsSync(networkPath(home))

/** Where a node's own socket is. Unix allows its path about 100 bytes, so a deep home has it in the temporary folder. */
export function ipcPath(home: string, node: NodeName): string {
  const hash = createHash('sha256').update(path.resolve(home)).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\wattledger-${hash}-${node}`
  const beside = path.join(nodeFolder(home, node), 'geth.ipc')
  return Buffer.byteLength(beside) < 100
    ? beside
    : path.join(tmpdir(), `wattledger-${hash}-${node}.ipc`)
}

async function read<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new NetworkError(
      `${file} can't be read: make the network with "wattledger network init", or name another file.`,
      { cause, exitCode: 2 },
    )
  })
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new NetworkError(
      `${file} describes no network (${cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)}): restore it from another party's copy.`,
      { cause, exitCode: 2 },
    )
  }
}
