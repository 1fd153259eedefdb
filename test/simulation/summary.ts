import type { Outcome } from './simulate.ts'

/** What many seeds came to. */
export interface Summary {
  worlds: number
  /** How many ended so: "stored", or the alarm's name. */
  readonly ends: Record<string, number>
  requests: number
  statements: number
  /** How many of each, by name. */
  readonly faults: Record<string, number>
  kills: number
}

export const newSummary = (): Summary => ({
  worlds: 0,
  ends: {},
  requests: 0,
  statements: 0,
  faults: {},
  kills: 0,
})

export const addTo = (summary: Summary, outcome: Outcome): void => {
  summary.worlds++
  count(summary.ends, outcome.end)
  summary.requests += outcome.requests
  summary.statements += outcome.statements
  for (const [fault, times] of Object.entries(outcome.faults)) count(summary.faults, fault, times)
  summary.kills += outcome.kills
}

/** One more, or so many, of this name. */
export const count = (counts: Record<string, number>, name: string, times = 1): void => {
  counts[name] = (counts[name] ?? 0) + times
}

export const summaryText = ({ worlds, ends, requests, statements, faults, kills }: Summary) => {
  const { stored = 0, ...alarms } = ends
  const stopped = worlds - stored
  const sum = Object.values(faults).reduce((total, times) => total + times, 0)
  return (
    `${number(worlds)} worlds: ${number(stored)} stored whole, ${number(stopped)} stopped with the one right alarm` +
    `${stopped === 0 ? '' : ` (${listOf(alarms)})`}; ` +
    `${number(requests)} requests, ${number(statements)} statements, ${number(kills)} kills, ` +
    `${number(sum)} faults${sum === 0 ? '' : ` (${listOf(faults)})`}.`
  )
}

const listOf = (counts: Record<string, number>) =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${number(times)}`)
    .join(', ')

const number = (value: number) => value.toLocaleString('en-IN')
