import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where a process of the network writes what it has to say. */
export const logPath = (home: string, name: string): string =>
  path.join(home, 'logs', `${name}.log`)

/** The last `count` lines of a log; none where there is no log. */
export async function lastLines(home: string, name: string, count: number): Promise<string[]> {
  const file = logPath(home, name)
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size === 0) return []
  // Lines of Geth are below 500 bytes.
  const start = Math.max(0, size - count * 500)
  const text = await textFrom(file, start, size)
  return text.trimEnd().split('\n').slice(-count)
}

/** What is added to a log from now on, until `signal`. */
export async function* newText(home: string, name: string, signal: AbortSignal) {
  const file = logPath(home, name)
  let at = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  while (!signal.aborted) {
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    )
    if (size < at) at = 0
    if (size > at) {
      yield await textFrom(file, at, size)
      at = size
    }
    await sleep(250, undefined, { signal }).catch(() => undefined)
  }
}

async function textFrom(file: string, start: number, end: number): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(end - start),
      position: start,
    })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
