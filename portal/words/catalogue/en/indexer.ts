export const indexer = {
  starting: 'starting',
  backfilling: 'reading the past',
  following: 'following the chain',
  waiting: 'waiting for the node',
  alarm: 'halted by an alarm',
  stopped: 'stopped',
} as const
