import type { EventOf } from '../../contracts/events/codec.ts'
import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import type { EventName } from '../../contracts/events/layouts.ts'
import { accountHead, emptyHead } from '../../contracts/rules/accountHead.ts'
import { accountOfCategory } from '../../contracts/rules/accountCode.ts'
import { type Tariff, tariffOfRate } from '../../contracts/rules/tariff.ts'
import { nameOf } from './accountBook.ts'
import { type AccountState, accountState } from './accountState.ts'
import { findEvents } from './events.ts'
import { exit, Failure, Refused } from './exit.ts'
import { type Block, blockOf, type Ledger } from './ledger.ts'

/** One entry of an account, and where it stands. */
export type Entry<Name extends EventName = EventName> = {
  readonly event: { [N in Name]: EventOf<N> }[Name]
  readonly transaction: string
  readonly block: number
}

/** An account as of a block: all its entries, which add up to the head that the contract keeps. */
export type History = {
  readonly account: Hex
  readonly entries: readonly Entry[]
  readonly state: AccountState
  readonly block: Block
}

/**
 * An account's whole history, read from the node's logs and held to the head in the contract's storage, so that a node
 * which leaves out, adds or changes an entry is caught. Throws `HistoryDisagrees`, `TransportError`.
 */
export async function historyOf(ledger: Ledger, account: Hex, at?: Block): Promise<History> {
  const block = at ?? (await blockOf(ledger))
  const tag = `0x${block.number.toString(16)}`
  const [state, found] = await Promise.all([
    accountState(ledger, account, block.number),
    findEvents(ledger, [null, account], tag),
  ])
  let head = emptyHead()
  for (const [place, { event, topic0, data }] of found.entries()) {
    if (event.account !== account || event.seq !== place + 1) {
      throw new HistoryDisagrees(account, `entry ${place + 1} is missing or out of place`)
    }
    head = accountHead(head, bytesOf(topic0), event.seq, data)
  }
  if (found.length !== state.seq || hexOf(head) !== state.head) {
    throw new HistoryDisagrees(
      account,
      `its ${found.length} entries come to the head ${hexOf(head)}, the contract has ${state.seq} with ${state.head}`,
    )
  }
  return { account, entries: found, state, block }
}

/** The history of a consumer's account that has begun. Throws `Refused` where there is no entry yet. */
export async function consumersHistory(ledger: Ledger, account: Hex): Promise<History> {
  const history = await historyOf(ledger, account)
  if (history.entries.length > 0) return history
  throw new Refused(
    `Nothing is recorded on the account ${nameOf(account)}: check the code, or propose an agreement first.`,
  )
}

/** The entries of one kind, in order. */
export const entriesOf = <Name extends EventName>(
  { entries }: Pick<History, 'entries'>,
  name: Name,
): Entry<Name>[] => entries.filter((entry): entry is Entry<Name> => entry.event.name === name)

/** A category's tariffs in order, withdrawn ones left out, from its proven history. */
export async function tariffsOf(
  ledger: Ledger,
  category: number,
  at?: Block,
): Promise<{ tariffs: Tariff[]; history: History }> {
  const history = await historyOf(ledger, accountOfCategory(category), at)
  const withdrawn = new Set(
    entriesOf(history, 'RateWithdrawn').map(({ event }) => event.fields.tariff),
  )
  const tariffs = entriesOf(history, 'RateSet').map(({ event }) => tariffOfRate(event.fields))
  return { tariffs: tariffs.filter(({ tariff }) => !withdrawn.has(tariff)), history }
}

export class HistoryDisagrees extends Failure {
  override name = 'HistoryDisagrees'

  constructor(account: Hex, what: string) {
    super(
      exit.noChain,
      `The node does not tell the whole truth about ${nameOf(account)}: ${what}. Ask another node with --rpc, and tell the regulator.`,
    )
  }
}
