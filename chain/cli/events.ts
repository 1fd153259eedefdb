import { type BillingEvent, decodeEvent } from '../../contracts/events/codec.ts'
import { bytesOf } from '../../contracts/events/hex.ts'
import { type Layout, layouts, type WordKind } from '../../contracts/events/layouts.ts'
import { isKnownWithoutRow } from '../../contracts/events/topics.ts'
import { codeOf, isReserved } from '../../contracts/rules/accountCode.ts'
import { exit, Failure } from './exit.ts'
import { type Ledger, memberOf, textOf } from './ledger.ts'
import { formatDay } from './quantities.ts'

/** A log as a node's JSON has it, taken apart. */
export type FoundEvent = {
  readonly event: BillingEvent
  /** Its first topic and its data, from which the account's head is computed. */
  readonly topic0: string
  readonly data: Uint8Array
  readonly transaction: string
  readonly block: number
}

/** The ledger's events of one mined transaction, in order. Throws `UndecodableLog`, `TransportError`. */
export async function eventsOf(ledger: Ledger, transaction: string): Promise<BillingEvent[]> {
  const receipt = await ledger.transport.request('eth_getTransactionReceipt', [transaction])
  return foundIn(ledger, memberOf(receipt, 'logs')).map(({ event }) => event)
}

/** The ledger's events that a node finds for a filter (a list of topics means any of them), oldest first. */
export async function findEvents(
  ledger: Ledger,
  topics: (string | null | readonly string[])[],
  toBlock: string,
): Promise<FoundEvent[]> {
  const { contract, deployedBlock } = ledger.manifest
  const fromBlock = `0x${deployedBlock.toString(16)}`
  const filter = { address: contract, topics, fromBlock, toBlock }
  return foundIn(ledger, await ledger.transport.request('eth_getLogs', [filter]))
}

function foundIn(ledger: Ledger, logs: unknown): FoundEvent[] {
  if (!Array.isArray(logs)) {
    throw new Failure(exit.noChain, 'The node gave no list of logs where one belongs: check --rpc.')
  }
  const found: FoundEvent[] = []
  for (const log of logs as unknown[]) {
    const topics = memberOf(log, 'topics') as string[]
    const topic0 = textOf(topics[0])
    const isOurs = textOf(memberOf(log, 'address')).toLowerCase() === ledger.manifest.contract
    if (!isOurs || isKnownWithoutRow(topic0)) continue
    const data = bytesOf(textOf(memberOf(log, 'data')))
    found.push({
      event: decodeEvent({ topics, data }),
      topic0,
      data,
      transaction: textOf(memberOf(log, 'transactionHash')),
      block: Number(textOf(memberOf(log, 'blockNumber'))),
    })
  }
  return found
}

/** An event for `--json`: units in the names, numbers of money and energy as strings, days as YYYY-MM-DD. */
export function eventJson({ name, account, seq, fields }: BillingEvent): Record<string, unknown> {
  const words = (layouts[name] as Layout).map(([field, kind]) => {
    const value = (fields as Record<string, unknown>)[field]
    return [jsonName(field, kind), kind === 'day' ? formatDay(Number(value)) : value] as const
  })
  const code = isReserved(account) ? {} : { code: codeOf(account) }
  return { event: name, account, ...code, seq, ...Object.fromEntries(words) }
}

const UNITS: Partial<Record<WordKind, string>> = {
  paise: 'Paise',
  wh: 'Wh',
  watt: 'W',
  perUnit: 'MilliPaisePerKWh',
}

const jsonName = (field: string, kind: WordKind): string => {
  const unit = UNITS[kind] ?? ''
  if (field.toLowerCase() === unit.toLowerCase()) return field
  return `${kind === 'perUnit' ? field.replace(/PerUnit$/, '') : field}${unit}`
}
