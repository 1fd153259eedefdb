import { setTimeout as sleep } from 'node:timers/promises'
import { logPath } from './logs.ts'
import { findRuns } from './processes.ts'
import { startNetwork, type NetworkRequest, type RunningNetwork } from './startNetwork.ts'
import { stopNetwork } from './stopNetwork.ts'

/**
 * Starts a home's network, calls `ready`, and stays until it is told to end (SIGINT, SIGTERM, SIGHUP, or the process
 * that started it is gone) or until nothing of it runs any more; then everything is stopped. A single node may be
 * stopped and started meanwhile by other commands. Throws as `startNetwork` does.
 */
export async function runInForeground(
  request: NetworkRequest,
  ready: (network: RunningNetwork) => void,
): Promise<void> {
  const told = Promise.withResolvers<'told'>()
  let isEnding = false
  const end = () => {
    isEnding = true
    told.resolve('told')
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, end)
  if (process.connected) process.once('disconnect', end)
  try {
    const starting = startNetwork(request)
    const network = await Promise.race([starting, told.promise])
    if (network === 'told') {
      await stopNetwork(request.home)
      // What the start spawned in this moment is stopped by its own failure, or below.
      await Promise.race([starting.catch(() => undefined), sleep(3_000)])
      return
    }
    report(request, network, () => isEnding)
    ready(network)
    await Promise.race([told.promise, nothingRuns(request.home)])
  } finally {
    await stopNetwork(request.home)
    for (const signal of signals) process.off(signal, end)
    process.off('disconnect', end)
    if (process.connected) process.disconnect()
  }
}

/** Tells when a node ends that nobody stopped. */
function report(
  { home, tell }: NetworkRequest,
  { chain, processes }: RunningNetwork,
  isEnding: () => boolean,
): void {
  const again = (name: string) => (chain === 'anvil' ? '' : ` ${name}`)
  for (const [name, child] of processes) {
    child.once('exit', (code, signal) => {
      if (isEnding()) return
      const how = signal ?? `code ${code ?? 'unknown'}`
      tell(
        `${name} ended (${how}): restart it with "wattledger network start${again(name)}"; its log is ${logPath(home, name)}.`,
      )
    })
  }
}

async function nothingRuns(home: string): Promise<void> {
  while ((await findRuns(home)).length > 0) await sleep(1_000)
}
