import { createHash } from 'node:crypto'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createDurably } from './durableFile.ts'

/**
 * The journal of signed transactions, so that a killed command is completed and never done twice.
 *
 * A transaction is written here, signed, before the node sees it, and stays *pending* until its command has reported the
 * outcome. While one is pending, the same command by the same key (the same *intent*) completes and reports it and signs
 * nothing new; other commands of that key first see to it that it is mined. Only then may the same command act again.
 *
 * `$WATTLEDGER_HOME/journal/pending/` has a file an entry, `settled.jsonl` a line for each that was reported.
 */
export type Entry = z.infer<typeof entrySchema>

/**
 * How an entry ended: in a block; refused, by the node or when mined; or superseded, another transaction having taken its
 * number, so that it can never be mined.
 */
export type Ending =
  | { readonly status: 'confirmed'; readonly block: number; readonly gasUsed: number }
  | { readonly status: 'refused' | 'superseded'; readonly reason: string }

const hex = z.string().regex(/^0x[0-9a-fA-F]*$/)
const entrySchema = z.strictObject({
  version: z.literal(1),
  /** What it does, in a sentence. */
  summary: z.string(),
  /** What was asked for; `intent` is its hash with chain and key. */
  words: z.string(),
  intent: z.string(),
  chainId: z.number().int(),
  genesisHash: hex,
  key: z.string(),
  from: hex,
  nonce: z.number().int(),
  to: hex.nullable(),
  /** Wei, in digits. */
  value: z.string().regex(/^\d+$/),
  data: hex,
  hash: hex,
  /** The signed transaction, ready to be sent. */
  raw: hex,
  signedAt: z.iso.datetime(),
})

export type Chain = { readonly chainId: number; readonly genesisHash: string }

/**
 * Two commands mean the same when chain, key and the words of their intent are: "pay 0x… 200000". Those name what the
 * person asked for, not the call that came of it, which may depend on what the chain held by then.
 */
export function intentOf({ chainId, genesisHash }: Chain, from: string, words: string): string {
  const parts = [chainId, genesisHash, from.toLowerCase(), words]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Writes an entry; when this returns it survives a kill and a crash of the machine. */
export async function keepPending(home: string, entry: Entry): Promise<void> {
  await createDurably(pendingPath(home, entry), `${JSON.stringify(entry, null, 2)}\n`)
}

/** The pending entries of one chain, and of one key where `from` is given, in the order they must be mined. */
export async function pendingEntries(home: string, chain: Chain, from?: string): Promise<Entry[]> {
  const folder = pendingFolder(home)
  const files = await readdir(folder).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  })
  const entries: Entry[] = []
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const path = join(folder, file)
    const entry = parseEntry(path, await readFile(path, 'utf8'))
    const isOurs = entry.chainId === chain.chainId && entry.genesisHash === chain.genesisHash
    if (isOurs && (from === undefined || entry.from.toLowerCase() === from.toLowerCase())) {
      entries.push(entry)
    }
  }
  return entries.toSorted((a, b) => a.from.localeCompare(b.from) || a.nonce - b.nonce)
}

/** Takes an entry out of the pending ones, once its outcome has been reported. */
export async function settle(home: string, entry: Entry, ending: Ending): Promise<void> {
  const log = await open(join(home, 'journal', 'settled.jsonl'), 'a', 0o600)
  try {
    await log.appendFile(`${JSON.stringify({ ...entry, ...ending })}\n`)
    await log.sync()
  } finally {
    await log.close()
  }
  await rm(pendingPath(home, entry))
}

const pendingFolder = (home: string) => join(home, 'journal', 'pending')
const pendingPath = (home: string, { from, nonce, hash }: Entry) =>
  join(pendingFolder(home), `${from.toLowerCase()}-${nonce}-${hash.slice(2, 18)}.json`)

function parseEntry(path: string, text: string): Entry {
  try {
    return entrySchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new JournalDamaged(path, { cause })
  }
}

export class JournalDamaged extends Error {
  override name = 'JournalDamaged'

  constructor(path: string, options?: ErrorOptions) {
    super(
      `The journal entry ${path} can't be read, so it is not known whether its transaction was sent: compare the key's newest transactions on the chain with it, then move the file away.`,
      options,
    )
  }
}
