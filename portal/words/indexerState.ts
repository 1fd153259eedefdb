const states: Readonly<Record<string, string>> = {
  starting: 'starting',
  backfilling: 'reading the past',
  following: 'following the chain',
  waiting: 'waiting for the node',
  alarm: 'halted by an alarm',
  stopped: 'stopped',
}

/** What the indexer is doing, by the name it gives to it. */
export const indexerWords = (state: string): string => states[state] ?? state
