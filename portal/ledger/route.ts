import { Hono } from 'hono'
import { answer, type PortalEnv } from '../answer.ts'
import { readCursor } from '../list/cursor.ts'
import type { EntryKind } from '../../migrations/tables.ts'
import { entryTables } from '../../migrations/tables.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entryJson } from '../record/entryJson.ts'
import { ledgerUrl } from '../url.ts'
import { newestEntries, totalsByKind } from './query.ts'

/** Every entry of every account, newest first; of one kind, where the address names it. */
export const ledgerPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/ledger', (c) => {
    const kind = readKind(c.req.query('kind'))
    const before = readCursor(c.req.query('before'))
    return answer(c, db, {
      ask: async (db) => ({
        ...(await newestEntries(db, { kind, before })),
        totals: await totalsByKind(db),
      }),
      json: ({ entries, next }) => ({
        entries: entries.map(entryJson),
        next: next === null ? null : ledgerUrl({ kind, before: next }),
      }),
      view: (found) => ['ledger/view', { ...found, kind: kind ?? '', isFirst: before === null }],
      watch: () => (before === null ? 'ledger' : 'nothing'),
    })
  })

const readKind = (text: string | undefined): EntryKind | undefined => {
  if (text === undefined || text === '') return undefined
  if (Object.hasOwn(entryTables, text)) return text as EntryKind
  throw new BadInput(
    `"${text}" is not a kind of entry.`,
    `Kinds are ${Object.keys(entryTables).join(', ')}.`,
  )
}
