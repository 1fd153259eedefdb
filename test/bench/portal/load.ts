import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** One page asked for once. Milliseconds since it was due, by the plan, not since it could be sent. */
export interface Asking {
  readonly ms: number
  readonly status: number
  readonly bytes: number
}

/**
 * Asks for pages at a rate, whether or not earlier answers have come (open loop): arrivals by chance, as people's are, the
 * same each time for the same seed. A slow answer delays nobody's arrival, and whoever queues behind it is counted from
 * when he came.
 */
export const openLoop = async (
  origin: string,
  addresses: readonly string[],
  { rate, seconds, seed = 7 }: OpenLoop,
): Promise<Asking[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const chance = chances(seed)
  const asked: Promise<Asking>[] = []
  const began = performance.now()
  let due = began
  for (let i = 0; due < began + 1000 * seconds; i++) {
    const wait = due - performance.now()
    if (wait > 1) await sleep(wait - 0.5)
    asked.push(ask(agent, origin, addresses[i % addresses.length] as string, due))
    due += (-Math.log(1 - chance()) * 1000) / rate
  }
  const all = await Promise.all(asked)
  agent.destroy()
  return all
}

export interface OpenLoop {
  readonly rate: number
  readonly seconds: number
  readonly seed?: number
}

export interface ClosedLoop {
  readonly clients: number
  /** At most. */
  readonly seconds: number
  /** At most; as many as come, where nothing is said. */
  readonly answers?: number
  /** Asks under another name of the host each time, so that the portal makes every page anew. */
  readonly isAnew?: boolean
}

/** As many answers a second as come when `clients` ask one after the other. */
export const closedLoop = async (
  origin: string,
  addresses: readonly string[],
  { clients, seconds, answers: most = Infinity, isAnew = false }: ClosedLoop,
): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const began = performance.now()
  let answers = 0
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < began + 1000 * seconds && answers < most) {
        const address = addresses[next++ % addresses.length] as string
        const host = isAnew ? anewHost() : undefined
        const { status } = await ask(agent, origin, address, performance.now(), host)
        if (status >= 500) throw new Error(`${address} answered ${status}.`)
        answers++
      }
    }),
  )
  const taken = performance.now() - began
  agent.destroy()
  return (1000 * answers) / taken
}

let hosts = 0
/** A page says under which name it was asked for, so that one asked for under a new name is another page. */
export const anewHost = (): string => `${ANEW}${hosts++}.example`
export const ANEW = 'anew-'

const ask = (
  agent: Agent,
  origin: string,
  address: string,
  due: number,
  host?: string,
): Promise<Asking> =>
  new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host }
    get(origin + address, { agent, headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () =>
        resolve({ ms: performance.now() - due, status: response.statusCode ?? 0, bytes }),
      )
      response.on('error', reject)
    }).on('error', reject)
  })

/** Numbers from 0 to 1 that look like chance, the same for the same seed (mulberry32). */
const chances = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

/** The value that a share of all are at most. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ] ?? 0
