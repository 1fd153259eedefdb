import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Guide } from '../../../contracts/rules/guide.ts'
import { formatDay, parseDay } from '../../../contracts/rules/day.ts'
import { replaceDurably } from '../../journal/durableFile.ts'
import type { Ledger } from '../ledger.ts'
import { bankStatement } from './bankStatement.ts'
import type { Plan, TownRequest } from './plan.ts'

/** What the home remembers of its town, so that a run that was ended goes on with the same plan. */
const shape = z.strictObject({
  version: z.literal(1),
  contract: z.string(),
  genesisHash: z.string(),
  seed: z.int(),
  accounts: z.int(),
  begin: z.iso.date(),
  end: z.iso.date(),
  firstTariff: z.int(),
  isLived: z.boolean(),
})

export type KeptTown = Omit<TownRequest, 'adjustmentLimit' | 'consumer'> & {
  readonly isLived: boolean
}

const townPath = (home: string) => join(home, 'town.json')

/** The town begun on this ledger, if one was. */
export const findTown = async (home: string, ledger: Ledger): Promise<KeptTown | undefined> => {
  const text = await readFile(townPath(home), 'utf8').catch(() => undefined)
  const kept = text === undefined ? undefined : shape.parse(JSON.parse(text))
  const { contract, genesisHash } = ledger.manifest
  if (kept?.contract !== contract || kept.genesisHash !== genesisHash) return undefined
  const { seed, accounts, firstTariff, isLived } = kept
  const [begin, end] = [parseDay(kept.begin), parseDay(kept.end)]
  return { seed, accounts, firstTariff, isLived, begin, end }
}

export const keepTown = async (home: string, ledger: Ledger, town: KeptTown): Promise<void> => {
  const { contract, genesisHash } = ledger.manifest
  const [begin, end] = [formatDay(town.begin), formatDay(town.end)]
  await writeJson(townPath(home), { version: 1, contract, genesisHash, ...town, begin, end })
}

/** Writes what to look at, for the portal; situations that take time only where the chain had it. */
export const writeGuide = async (
  home: string,
  ledger: Ledger,
  { begin, end, accounts, situations }: Plan,
  isLived: boolean,
): Promise<Guide> => {
  const { contract, genesisHash } = ledger.manifest
  const shown = situations.filter(({ needsTime }) => isLived || !needsTime)
  const guide: Guide = {
    version: 1,
    contract,
    genesisHash,
    from: formatDay(begin),
    to: formatDay(end),
    isLived,
    accounts: accounts.length,
    situations: shown.map(({ shows }) => shows),
  }
  await writeJson(join(home, 'guide.json'), guide)
  return guide
}

/** Beside the guide: what the town's bank says, to be laid beside the ledger. Answers its path. */
export const writeStatement = async (
  home: string,
  plan: Plan,
  isLived: boolean,
): Promise<string> => {
  const path = join(home, 'bank-statement.csv')
  await replaceDurably(path, bankStatement(plan, isLived))
  return path
}

const writeJson = (path: string, value: unknown) =>
  replaceDurably(path, `${JSON.stringify(value, null, 2)}\n`)
