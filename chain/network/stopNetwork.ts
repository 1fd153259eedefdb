import { nodeNames, type NodeName } from './network.ts'
import { findRun, findRuns, stopRun } from './processes.ts'
import { stopSealing } from './sealing.ts'

/** Stops every process of a home's network; returns their names. Only what its command line shows to be ours. */
export async function stopNetwork(home: string): Promise<string[]> {
  const runs = await findRuns(home)
  const names = runs.map(({ name }) => name)
  await stopSealing(home, names.filter(isNode))
  await Promise.all(runs.map((run) => stopRun(home, run)))
  return names
}

/** Stops one node, or the bootnode; whether it ran. */
export async function stopNode(home: string, name: NodeName | 'bootnode'): Promise<boolean> {
  const run = await findRun(home, name)
  if (run === undefined) return false
  if (name !== 'bootnode') await stopSealing(home, [name])
  await stopRun(home, run)
  return true
}

const isNode = (name: string): name is NodeName => (nodeNames as readonly string[]).includes(name)
