import { blockAfter, foreignGenesis, genesis, type Block, type Flaw } from './blocks.ts'
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
  /** Another chain, for which the node answers from one request to another, or for ever; undefined: never. */
  readonly foreign: { readonly view: View; readonly from: number; readonly to: number } | undefined
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
  const foreign = foreignOf(draws, grow)
  const isForGood = foreign?.to === Number.POSITIVE_INFINITY
  const ofForeign = isForGood ? 'ForeignChain' : undefined
  if (draws.chance('flawed') > 0.15) return { views, mustAlarm: ofForeign, mayAlarm, foreign }
  const [flaw, ofFlaw] = draws.pick(flaws, 'flaw')
  const last = views.at(-1) as View
  const flawed = blockAfter(draws, last.at(-1) as Block, 'flawed', flaw)
  mayAlarm.add(ofFlaw)
  return { views: [...views, [...last, flawed]], mustAlarm: ofForeign ?? ofFlaw, mayAlarm, foreign }
}

/** One node in twelve is taken for another's at some time, half of them for good. */
const foreignOf = (
  draws: Draws,
  grow: (view: View, count: number, tag: string) => View,
): World['foreign'] => {
  if (draws.chance('foreign') > 1 / 12) return undefined
  const from = draws.below(40, 'foreign from')
  const isForGood = draws.chance('foreign for good') < 0.5
  const to = isForGood ? Number.POSITIVE_INFINITY : from + 1 + draws.below(12, 'foreign to')
  return { view: grow([foreignGenesis], 1 + draws.below(25, 'foreign'), 'foreign'), from, to }
}

/** Whether some view and a later one part deeper than allowed: those between may pass unseen. */
const forksTooDeep = (views: readonly View[]): boolean =>
  views.some((view, at) =>
    views.slice(at + 1).some((later) => {
      const common = view.findIndex((block, number) => later[number] !== block)
      return common >= 0 && common < later.length && view.length - common > REORG_LIMIT
    }),
  )
