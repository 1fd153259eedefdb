import type { BillingEvent } from '../../events/codec.ts'
import { codeOf, isReserved, accountOfCategory } from '../../rules/accountCode.ts'
import { Audit } from '../../rules/audit/audit.ts'
import type { AccountStanding } from '../../rules/audit/auditedBill.ts'
import { type Tariff, tariffOfRate } from '../../rules/tariff.ts'
import { type ReadHistory, readHistory, requireHead } from './heads.ts'
import { requireSigners, requireTrusted } from './identity.ts'
import { entriesFor, hidden, isSettledFor } from './later.ts'
import { readEvidence } from './read.ts'
import { EvidenceRefused, type Reason } from './refusal.ts'
import { readSealedBlock, type SealedBlock } from './seals.ts'
import type { Evidence, Trust } from './shape.ts'
import { readState } from './state.ts'
import { type Statement, statementOf } from './statement.ts'

/**
 * What became of evidence:
 * - `proven`: all of it holds, on the chain that the trust file names
 * - `unpinned`: it holds on the chain it names itself, which nobody vouched for: no trust file was given
 * - `practice`: it holds, but on a chain that no party sealed
 * - `refused`: it does not hold, for `reasons`
 */
export type Verdict =
  | { readonly outcome: 'proven' | 'unpinned' | 'practice'; readonly statement: Statement }
  | { readonly outcome: 'refused'; readonly reasons: readonly [Reason, ...Reason[]] }

/**
 * Verifies evidence, offline and alone: entries → heads → storage proofs → state root → header → seals, then every bill,
 * revision and balance anew. Never throws: whatever the text is, the verdict says what became of it.
 * @param text The file's content, JSON.
 * @param trust What is taken for granted about the chain; without it nobody vouches for the parties that the file names.
 */
export const verifyEvidence = (text: string, trust: Trust | null): Verdict => {
  try {
    const evidence = readEvidence(text)
    requireSigners(evidence.chain.signers)
    const block = readSealedBlock(evidence.headers, evidence.chain.signers)
    const from = block.header.number
    if (trust !== null) {
      requireTrusted(evidence.chain, trust, { from, to: from + evidence.headers.length - 1 })
    }
    return judge(evidence, block, trust !== null)
  } catch (error) {
    if (error instanceof EvidenceRefused) return refused(error)
    const what = error instanceof Error ? error.message : String(error)
    return refused({
      code: 'unforeseen',
      message: `Something in it can't be dealt with (${what}): it was altered, or made to confuse.`,
    })
  }
}

const refused = ({ code, message }: Reason): Verdict => ({
  outcome: 'refused',
  reasons: [{ code, message }],
})

const judge = (evidence: Evidence, block: SealedBlock, isPinned: boolean): Verdict => {
  const { account, entries, later, chain } = evidence
  if (isReserved(account)) {
    throw new EvidenceRefused('entry-misplaced', `${account} is no consumer's account.`)
  }
  const state = readState(block.header.stateRoot, evidence)
  const history = readHistory(account, entries, later)
  requireHead(`account ${codeOf(account)}`, history, state.head)
  const tariffs = readTariffs(evidence, state.categories)
  const audit = new Audit((category) => tariffs.get(category) ?? [])
  for (const event of history.events) audit.take(event)
  audit.end()
  requireCategories(evidence, audit)
  requireScope(evidence, history.events)
  const reasons = [
    ...audit.findings.map(({ seq, message }) => contradicted(seq, message)),
    ...differences(evidence, history, audit.standing, state.standing),
  ]
  const [first, ...others] = reasons
  if (first !== undefined) return { outcome: 'refused', reasons: [first, ...others] }
  const outcome = chain.signers.length === 0 ? 'practice' : isPinned ? 'proven' : 'unpinned'
  return { outcome, statement: statementOf(evidence, history.events, audit, block) }
}

/** The tariffs of the categories, withdrawn ones left out, their histories being what the chain has. */
const readTariffs = (
  { categories, proof }: Evidence,
  heads: ReadonlyMap<number, Uint8Array>,
): Map<number, Tariff[]> => {
  if (proof.categories.length !== categories.length) {
    throw new EvidenceRefused(
      'state-unproven',
      `It proves ${proof.categories.length} categories and shows ${categories.length}: one was left out or added.`,
    )
  }
  return new Map(
    categories.map(({ category, entries }) => {
      const history = readHistory(accountOfCategory(category), entries)
      requireHead(`category ${category}`, history, heads.get(category) ?? new Uint8Array(32))
      return [category, tariffsIn(category, history.events)]
    }),
  )
}

/** The tariffs that a category's entries tell, withdrawn ones left out. Throws `EvidenceRefused`. */
const tariffsIn = (category: number, events: readonly BillingEvent[]): Tariff[] => {
  const tariffs = new Map<number, Tariff>()
  for (const event of events) {
    if (event.name === 'RateSet') tariffs.set(event.fields.tariff, tariffOfRate(event.fields))
    else if (event.name === 'RateWithdrawn') tariffs.delete(event.fields.tariff)
    else {
      throw new EvidenceRefused(
        'entry-misplaced',
        `Entry ${event.seq} of category ${category} is ${event.name}, which belongs to no category.`,
      )
    }
  }
  return [...tariffs.values()]
}

/** That it shows the categories which the account agreed to: none less, none more, in order. */
const requireCategories = ({ categories }: Evidence, audit: Audit): void => {
  const shown = categories.map(({ category }) => category).join(', ')
  const needed = audit.categories.join(', ')
  if (shown === needed) return
  throw new EvidenceRefused(
    'categories-differ',
    `It shows the tariffs of the categories ${shown || 'none'}; the account agreed to ${needed || 'none'}.`,
  )
}

/** That the one bill it is about is there, and that nothing it hides can change that bill. */
const requireScope = ({ bill, later }: Evidence, events: readonly BillingEvent[]): void => {
  const isThere = events.some(
    (event) => event.name === 'BillIssued' && event.fields.number === bill,
  )
  if (bill !== null && !isThere) {
    throw new EvidenceRefused('no-such-bill', `It is about bill ${bill}, which is not in it.`)
  }
  if (bill !== null && entriesFor(events, bill) !== events.length) {
    throw new EvidenceRefused(
      'shows-more',
      `It shows more entries than are needed for bill ${bill}: it was put together from another file.`,
    )
  }
  if (later.length === 0) return
  const name = hidden(later.map(({ event }) => event))
  if (bill !== null && name === undefined && isSettledFor(events, bill)) return
  throw new EvidenceRefused(
    'later-hides',
    bill === null
      ? 'It is about a whole account, but shows its last entries by their hash only.'
      : `It hides entries that may change bill ${bill} (${name ?? 'the bill is not settled, or a dispute is open'}): ask for a complete one.`,
  )
}

const contradicted = (seq: number, message: string): Reason => ({
  code: 'rules-contradicted',
  message: `Entry ${seq} contradicts the rules, and it stands so on the chain: ${message}.`,
})

/** Where the account's slot in the state says something else than its entries. */
const differences = (
  { later }: Evidence,
  { seq }: ReadHistory,
  here: AccountStanding,
  onChain: AccountStanding,
): Reason[] => {
  // What later entries did to the rest is not shown.
  const members = later.length === 0 ? (Object.keys(words) as (keyof AccountStanding)[]) : []
  const count = (name: string) => later.filter(({ event }) => event === name).length
  const expected =
    later.length === 0
      ? here
      : {
          ...here,
          seq,
          bills: here.bills + count('BillIssued'),
          terms: here.terms + count('AgreementAccepted'),
        }
  return [...new Set([...members, 'seq', 'bills', 'terms'] as const)].flatMap((member) =>
    expected[member] === onChain[member]
      ? []
      : [
          {
            code: 'standing-differs' as const,
            message: `By its entries the account has ${words[member]} ${shown(expected[member])}, but the contract has ${shown(onChain[member])}.`,
          },
        ],
  )
}

const words: { readonly [Member in keyof AccountStanding]: string } = {
  seq: 'a last entry numbered',
  balance: 'a balance of',
  register: 'a last register of (Wh)',
  realDay: 'a last real reading on day',
  bills: 'a number of bills of',
  terms: 'a number of terms of',
  estimates: 'a number of estimates in a row of',
  isClosed: 'as its being closed',
  isPending: 'as something pending',
}

const shown = (value: number | bigint | boolean): string =>
  typeof value === 'bigint' ? `${value}` : String(value)
