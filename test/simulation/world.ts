import { blockAfter, genesis, type Block, type Flaw } from './blocks.ts'
import type { Draws } from './random.ts'

/** The chain as the node shows it for a while: block 0 first. */
export type View = readonly Block[]

/** What a seed's network does, view after view, and what an indexer must stop at, if anything. */
export interface World {
  readonly views: readonly View[]
  /** The alarm in which following the last view must end, or undefined. */
  readonly mustAlarm: string | undefined
  /** Alarms that some view may give cause for: a node behind what it showed, a branch that forks too deep. */
  readonly mayAlarm: ReadonlySet<string>
}

/** Blocks that a reorg may replace. */
export const REORG_LIMIT = 6

const flaws: readonly (readonly [Flaw, string])[] = [
  ['undecodable', 'UndecodableBlock'],
  ['vote', 'SignerChange'],
  ['stranger', 'UnknownSealer'],
  ['same party', 'TooFewParties'],
]

export const worldOf = (draws: Draws): World => {
  const mayAlarm = new Set<string>()
  const grow = (view: View, count: number, tag: string): View => {
    const grown = [...view]
    for (let more = 0; more < count; more++)
      grown.push(blockAfter(draws, grown.at(-1) as Block, tag))
    return grown
  }
  const views: View[] = [grow([genesis], 2 + draws.below(20, 'first'), 'main')]
  const steps = 2 + draws.below(5, 'steps')
  for (let step = 1; step <= steps; step++) {
    const view = views.at(-1) as View
    const what = draws.chance('step', step)
    if (what < 0.35) {
      // A branch that is longer, as the heavier one nearly always is.
      const isDeep = draws.chance('deep', step) < 0.08
      const depth = isDeep
        ? REORG_LIMIT + 1 + draws.below(4, 'depth', step)
        : 1 + draws.below(4, 'depth', step)
      const kept = view.slice(0, Math.max(1, view.length - depth))
      views.push(grow(kept, depth + 1 + draws.below(2, 'longer', step), `branch ${step}`))
    } else if (what < 0.5 && view.length > 4) {
      // The node restarts without its newest blocks, and gets them again.
      views.push(view.slice(0, view.length - 1 - draws.below(3, 'lost', step)), view)
    } else views.push(grow(view, 1 + draws.below(4, 'more', step), `main ${step}`))
  }
  if (forksTooDeep(views)) mayAlarm.add('DeepReorg')
  if (draws.chance('flawed') > 0.15) return { views, mustAlarm: undefined, mayAlarm }
  const [flaw, mustAlarm] = draws.pick(flaws, 'flaw')
  const last = views.at(-1) as View
  const flawed = blockAfter(draws, last.at(-1) as Block, 'flawed', flaw)
  return { views: [...views, [...last, flawed]], mustAlarm, mayAlarm }
}

/** Whether some view and a later one part deeper than allowed: those between may pass unseen. */
const forksTooDeep = (views: readonly View[]): boolean =>
  views.some((view, at) =>
    views.slice(at + 1).some((later) => {
      const common = view.findIndex((block, number) => later[number] !== block)
      return common >= 0 && common < later.length && view.length - common > REORG_LIMIT
    }),
  )
