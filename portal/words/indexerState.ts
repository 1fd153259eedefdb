import { plain } from './t.ts'

const states = ['starting', 'backfilling', 'following', 'waiting', 'alarm', 'stopped'] as const

/** What the indexer is doing, by the name it gives to it. */
export const indexerWords = (state: string): string => {
  const known = states.find((each) => each === state)
  return known === undefined ? state : plain(`indexer.${known}`)
}
