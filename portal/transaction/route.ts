import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import { answer, type PortalEnv } from '../answer.ts'
import { BadInput } from '../problem/problem.ts'
import type { Ledger } from '../readOnly.ts'
import { entryJson } from '../record/entryJson.ts'
import { readRoles } from '../record/keys.ts'
import { findTransaction } from './query.ts'
import { rawOf } from './raw.ts'
import { plain } from '../words/t.ts'

/** One transaction: the entries it made, in words, word by word, and raw. */
export const transactionPage = (db: Ledger) =>
  new Hono<PortalEnv>().get('/transactions/:hash', (c) => {
    const hash = readHash(c.req.param('hash'))
    const log = readLog(c.req.query('log'))
    return answer(c, db, {
      ask: async (db) => ({
        ...(await findTransaction(db, hash, log)),
        roles: await readRoles(db),
      }),
      json: ({ entries, hash, block, index, timestamp, sender, recipient, logCount }) => ({
        transaction: { hash, block, index, timestamp, sender, recipient, logCount },
        entries: entries.map((entry) => ({ ...entryJson(entry), raw: rawOf(entry) })),
      }),
      view: (found) => [
        'transaction/view',
        {
          ...found,
          rawOf,
          isOne: log !== null,
          isLong: log === null && found.entries.length > WHOLE,
        },
      ],
      watch: () => 'nothing',
    })
  })

/** Entries that a page tells word by word and raw; of more it has a sentence each. */
const WHOLE = 12

const readLog = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new BadInput(`"${text}" is not the number of a log.`, 'Give a whole number, such as 7.')
}

const readHash = (text: string): Hex => {
  const hash = text.toLowerCase()
  if (/^0x[0-9a-f]{64}$/.test(hash)) return hash as Hex
  throw new BadInput(plain('problem.notTransaction', { text }), plain('problem.hashForm'))
}
