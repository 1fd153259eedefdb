import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hex } from '../../contracts/events/hex.ts'
import { type DayNumber, dayNumber } from '../../contracts/rules/units.ts'
import { replaceDurably } from '../journal/durableFile.ts'
import { drawAccount, remember } from './accountBook.ts'
import { blockOf, type Ledger } from './ledger.ts'
import { formatDay, parseDay } from './quantities.ts'

/** The account that the demo plays on. */
export type DemoAccount = { readonly account: Hex; readonly firstDay: DayNumber }

/** A month is billed, so it begins this many days before the day of the demo. */
const DAYS = 30

const schema = z.strictObject({
  version: z.literal(1),
  /** The ledger it belongs to: another one has a demo of its own. */
  contract: z.string(),
  genesisHash: z.string(),
  account: z.string().regex(/^0x[0-9a-f]{64}$/),
  firstDay: z.iso.date(),
})

/** The demo's account on this ledger: drawn and remembered before anything is recorded, so a killed demo goes on with it. */
export async function demoAccount(ledger: Ledger, home: string): Promise<DemoAccount> {
  const path = join(home, 'demo.json')
  const { contract, genesisHash } = ledger.manifest
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  const parsed = kept === undefined ? undefined : schema.safeParse(parseOrNull(kept)).data
  if (parsed?.contract === contract && parsed.genesisHash === genesisHash) {
    return { account: parsed.account as Hex, firstDay: parseDay(parsed.firstDay) }
  }
  const account = await drawAccount(ledger, home)
  const firstDay = dayNumber((await blockOf(ledger)).day - DAYS)
  const demo = { version: 1, contract, genesisHash, account, firstDay: formatDay(firstDay) }
  await replaceDurably(path, `${JSON.stringify(demo, null, 2)}\n`)
  await remember(home, account)
  return { account, firstDay }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
