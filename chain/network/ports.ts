import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NetworkError } from './networkError.ts'

/** Loopback ports of the network: `p2p` is the bootnode's, the nodes use the ones after it. */
export type Ports = { readonly rpc: number; readonly ws: number; readonly p2p: number }

/** From RPC_PORT (8545), WS_PORT (8546) and P2P_PORT (30301). Throws `NetworkError` for what is no port. */
export function readPorts(environment: NodeJS.ProcessEnv = process.env): Ports {
  return {
    rpc: port('RPC_PORT', 8545, environment),
    ws: port('WS_PORT', 8546, environment),
    p2p: port('P2P_PORT', 30301, environment),
  }
}

/** One port, what it is for, and the variable that chooses another. */
export type PortUse = { port: number; use: string; variable: string; protocol?: 'udp' }

/** Throws `PortTaken` for the first that something listens on already. */
export async function refuseTakenPorts(uses: readonly PortUse[]): Promise<void> {
  for (const use of uses) {
    if (!(await isFree(use))) throw new PortTaken(use)
  }
}

/** A process that was killed keeps its ports for some milliseconds. */
async function isFree({ port, protocol }: PortUse): Promise<boolean> {
  const ask = protocol === 'udp' ? isUdpFree : isTcpFree
  for (let attempt = 1; attempt < 10; attempt++) {
    if (await ask(port)) return true
    await sleep(50)
  }
  return ask(port)
}

function port(variable: string, otherwise: number, environment: NodeJS.ProcessEnv): number {
  const text = environment[variable]
  if (text === undefined || text === '') return otherwise
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= 65_535) return value
  throw new NetworkError(
    `${variable} is "${text}": give a port from 1 to 65535, for example ${otherwise}.`,
    { exitCode: 2 },
  )
}

function isTcpFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    )
  })
}

function isUdpFree(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  return new Promise((resolve) => {
    socket.once('error', () => {
      socket.close()
      resolve(false)
    })
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () =>
      socket.close(() => resolve(true)),
    )
  })
}

export class PortTaken extends NetworkError {
  override name = 'PortTaken'
  readonly port: number

  constructor({ port, use, variable }: PortUse) {
    super(`Port ${port}, for ${use}, is taken: stop what uses it, or set ${variable}.`)
    this.port = port
  }
}
