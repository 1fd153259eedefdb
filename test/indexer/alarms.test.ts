import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as chainAlarms from '../../chain/reader/alarms.ts'
import * as indexerAlarms from '../../indexer/alarms.ts'

const { ChainAlarm, IndexerAlarm } = { ...chainAlarms, ...indexerAlarms }

const isAlarmClass = (value: unknown): value is { name: string } =>
  typeof value === 'function' &&
  (value.prototype instanceof ChainAlarm || value.prototype instanceof IndexerAlarm)

const exported: unknown[] = [...Object.values(chainAlarms), ...Object.values(indexerAlarms)]
const alarms = exported.filter(isAlarmClass).map(({ name }) => name)

/** The runbook's rows: code, alarms, what happened, what to do. */
const runbook = async () => {
  const readme = await readFile('indexer/README.md', 'utf8')
  const section = readme.slice(readme.indexOf('## Alarms'), readme.indexOf('## The audit'))
  return [...section.matchAll(/^\| +(\d+) \| ([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
    ([, code, names = '', happened = '', toDo = '']) => ({
      code: Number(code),
      names: [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
      happened: happened.trim(),
      toDo: toDo.trim(),
    }),
  )
}

test('every alarm has its line in the runbook, with its exit code, what happened and what to do', async () => {
  const rows = await runbook()
  expect(alarms.length).toBeGreaterThan(10)
  expect(alarms.toSorted()).toEqual(Object.keys(indexerAlarms.exitCodes).toSorted())
  for (const [alarm, code] of Object.entries(indexerAlarms.exitCodes)) {
    const entries = rows.filter(({ names }) => names.includes(alarm))
    expect([alarm, entries.map((entry) => entry.code)]).toEqual([alarm, [code]])
  }
  for (const { happened, toDo } of rows) expect([happened, toDo]).not.toContain('')
})
