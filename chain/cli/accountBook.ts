import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hex } from '../../contracts/events/hex.ts'
import { topicOf } from '../../contracts/events/topics.ts'
import {
  codeOf,
  isReserved,
  LEDGER,
  newAccountId,
  parseCode,
} from '../../contracts/rules/accountCode.ts'
import { replaceDurably } from '../journal/durableFile.ts'
import { lockKey } from '../journal/keyLock.ts'
import { findEvents } from './events.ts'
import { BadInput, exit, Failure, Refused } from './exit.ts'
import type { Ledger } from './ledger.ts'

/**
 * Codes stand for account ids of 32 bytes, of which they show the first 50 bits. `$WATTLEDGER_HOME/accounts.json` keeps
 * the ids of codes met so far; others are looked for on the chain, where every account begins with a proposal.
 */

/** How an account is called to people: its code, "category 3", or "the ledger". */
export function nameOf(account: string): string {
  const id = account as Hex
  if (!isReserved(id)) return codeOf(id)
  return id === LEDGER ? 'the ledger' : `category ${BigInt(id)}`
}

/** The id of an account given as its code or as 0x…. Throws `BadInput` for neither, `Refused` for an unknown code. */
export async function accountOf(ledger: Ledger, home: string, text: string): Promise<Hex> {
  const known = await idInHome(home, text)
  if (known !== undefined) return known
  const code = parseCode(text)
  const onChain = (await accountsOnChain(ledger)).get(code)
  if (onChain === undefined) {
    throw new Refused(
      `There is no account ${code} on this ledger: check the code, or take a new one with "wattledger account new".`,
    )
  }
  await remember(home, onChain)
  return onChain
}

/** Finds many accounts: this home's book and the chain are read once, then each is looked up without waiting. */
export async function accountFinder(ledger: Ledger, home: string): Promise<(text: string) => Hex> {
  const [book, onChain] = await Promise.all([readBook(home), accountsOnChain(ledger)])
  return (text) => {
    const id = idGiven(text)
    if (id !== undefined) return id
    const code = parseCode(text)
    const found = onChain.get(code) ?? book.get(code)
    if (found !== undefined) return found
    throw new Refused(`There is no account ${code} on this ledger: check the code.`)
  }
}

/** The same without asking a node: of codes only those met in this home. */
export async function knownAccount(home: string, text: string): Promise<Hex> {
  const known = await idInHome(home, text)
  if (known !== undefined) return known
  throw new BadInput(
    `This home does not know the account ${parseCode(text)}: use it once where there is a network ("wattledger show account ${parseCode(text)}"), or give its id, 0x and 64 digits.`,
  )
}

async function idInHome(home: string, text: string): Promise<Hex | undefined> {
  return idGiven(text) ?? (await readBook(home)).get(parseCode(text))
}

/** An account typed as its id; undefined for anything else. */
function idGiven(text: string): Hex | undefined {
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) return undefined
  const id = text.toLowerCase() as Hex
  if (!isReserved(id)) return id
  throw new BadInput(`${text} is no consumer's account: ids up to 65,535 are categories.`)
}

/** A new random id whose code nobody has, on the chain or in this home; remembered here. */
export async function drawAccount(ledger: Ledger, home: string): Promise<Hex> {
  const taken = await accountsOnChain(ledger)
  const book = await readBook(home)
  // One in 10¹⁵ / accounts draws meets a code that is taken.
  for (;;) {
    const account = newAccountId()
    const code = codeOf(account)
    if (!taken.has(code) && !book.has(code)) return account
  }
}

export async function remember(home: string, account: Hex): Promise<void> {
  await using _lock = await lockKey(home, 'accounts')
  const book = await readBook(home)
  book.set(codeOf(account), account)
  const accounts = [...book].map(([code, id]) => ({ code, id }))
  await replaceDurably(bookPath(home), `${JSON.stringify({ version: 1, accounts }, null, 2)}\n`)
}

async function accountsOnChain(ledger: Ledger): Promise<Map<string, Hex>> {
  const found = await findEvents(ledger, [topicOf('AgreementProposed')], 'latest')
  const accounts = new Map<string, Hex>()
  for (const { event } of found) {
    const code = codeOf(event.account)
    // The first to have a code keeps it.
    if (!accounts.has(code)) accounts.set(code, event.account)
  }
  return accounts
}

const bookPath = (home: string) => join(home, 'accounts.json')

const bookSchema = z.strictObject({
  version: z.literal(1),
  accounts: z.array(z.strictObject({ code: z.string(), id: z.string().regex(/^0x[0-9a-f]{64}$/) })),
})

async function readBook(home: string): Promise<Map<string, Hex>> {
  const path = bookPath(home)
  try {
    const { accounts } = bookSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    return new Map(accounts.map(({ code, id }) => [code, id as Hex]))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return new Map()
    throw new Failure(
      exit.disk,
      `The address book ${path} can't be read: remove it, its codes are found on the chain again.`,
      { cause },
    )
  }
}
