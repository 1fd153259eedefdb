import { Hono } from 'hono'
import { heldRoleJson } from '../actors/json.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { readActorKey } from '../ledger/actor.ts'
import { ledgerExport } from '../ledger/export.ts'
import { readFilter } from '../ledger/filter.ts'
import { readOrder } from '../list/order.ts'
import type { Ledger } from '../readOnly.ts'
import { entryJson } from '../record/entryJson.ts'
import { actorUrl } from '../url.ts'
import { findActor } from './query.ts'

/** One key: its roles, what it recorded by kind, and each of its entries. */
export const actorPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/actors/:key', (c) => {
    const key = readActorKey(c.req.param('key'))
    const order = { ...readOrder(c.req.query()), isOldestFirst: false }
    return answer(c, db, {
      ask: async (db) => {
        const found = await findActor(db, key, order)
        return { ...found, next: found.next === null ? null : actorUrl(key, found.next) }
      },
      json: ({ key, roles, counts, first, last, entries, next }) => ({
        key,
        roles: roles.map(heldRoleJson),
        recorded: Object.fromEntries(counts),
        firstBlock: first?.block ?? null,
        lastBlock: last?.block ?? null,
        entries: entries.map(entryJson),
        next,
      }),
      csv: ledgerExport(readFilter({ actor: key }), order),
      view: (found) => ['actor/view', { ...found, isFirst: order.place === null }],
      watch: () => (order.place === null ? 'ledger' : 'nothing'),
    })
  })
