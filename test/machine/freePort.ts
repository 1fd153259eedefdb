import { createServer } from 'node:net'

/** A port on loopback that was free a moment ago; see `freePortsInARow`. */
export const freePort = () => freePortsInARow(1)

/**
 * The first of so many ports in a row, each free on loopback a moment ago. They lie below the range from which
 * connections and servers that don't mind get theirs (32768 on Linux), and each process takes them, one after the
 * other, from a span of its own: what is told to listen on them only seconds later finds them still free.
 */
export async function freePortsInARow(count: number): Promise<number> {
  for (let attempt = 0; attempt < span; attempt++) {
    const first = next
    const after = first + count
    if (after > begin + span) {
      next = begin
    } else {
      const taken = await firstTaken(first, after)
      next = taken === undefined ? after : taken + 1
      if (taken === undefined) return first
    }
  }
  throw new Error(`Of the ports ${begin} to ${begin + span - 1} no ${count} in a row are free.`)
}

const span = 40
/** Above 10080, the last of the ports to which fetch refuses to connect. */
const begin = 12_000 + span * (process.pid % 500)
let next = begin

async function firstTaken(first: number, after: number): Promise<number | undefined> {
  for (let port = first; port < after; port++) {
    if (!(await isFree(port))) return port
  }
  return undefined
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    )
  })
