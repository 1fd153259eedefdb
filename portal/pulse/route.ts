import { Hono } from 'hono'
import type { Hex } from '../../contracts/events/hex.ts'
import type { PortalEnv } from '../answer.ts'
import { BadInput } from '../problem/problem.ts'
import { type Ledger, snapshot } from '../readOnly.ts'
import { readStanding } from '../record/standing.ts'
import { render } from '../render.ts'
import { hasGrown } from './query.ts'
import { plain } from '../words/t.ts'

/** What an open page asks every few seconds: the line at its foot anew, and whether the page should ask for itself. */
export const pulseFragment = (db: Ledger) =>
  new Hono<PortalEnv>().get('/pulse', async (c) => {
    const seen = readSeen(c.req.query())
    const { standing, grown } = await snapshot(db, async (db) => ({
      standing: await readStanding(db),
      grown: await hasGrown(db, seen),
    }))
    c.header('cache-control', 'no-store')
    if (grown) c.header('hx-trigger', 'ledger-grew')
    if (standing?.hash === seen.hash) return c.body(null, 204)
    const watch = seen.account === undefined ? 'ledger' : { account: seen.account }
    return c.html(render('parts/pulse', { frame: { address: '', origin: '', standing, watch } }))
  })

/** The block an open page was made from, and the one account it shows, if it is about one. */
export interface Seen {
  readonly block: number
  readonly hash: Hex
  readonly account: Hex | undefined
}

const readSeen = ({ block, hash, account }: Record<string, string>): Seen => {
  const isHex = (text: string | undefined) => /^0x[0-9a-f]{64}$/.test(text ?? '')
  if (
    !/^-1$|^\d{1,9}$/.test(block ?? '') ||
    !isHex(hash) ||
    (account !== undefined && !isHex(account))
  )
    throw new BadInput(plain('problem.ownPages'), plain('problem.startFirst'))
  return { block: Number(block), hash: hash as Hex, account: account as Hex | undefined }
}
