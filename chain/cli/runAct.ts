import type { Command } from 'commander'
import type { BillingEvent } from '../../contracts/events/codec.ts'
import { billing } from './contract.ts'
import { describeCall } from './describeCall.ts'
import { eventJson, eventsOf } from './events.ts'
import { present } from './output.ts'
import { formatWei } from './quantities.ts'
import type { Ledger } from './ledger.ts'
import { openSession, type Session } from './session.ts'
import { type Act, gasFor, type Outcome, transact } from './transact.ts'

/** A write command. */
export type Deed = {
  /** Name of the key that signs where `--key` does not say another. */
  readonly key: string
  /** What tells this command from every other (see `Intent`). */
  readonly words: string
  /** The transaction, to the contract where `to` says no other. */
  readonly plan: () => Promise<{ summary: string; to?: string; value?: bigint; data: string }>
  /** What will be different afterwards, for `--dry-run`: lines like "balance ₹2,500.00 → ₹500.00". */
  readonly effect?: () => Promise<string[]>
  /** What happened, from the events that the contract emitted. */
  readonly tell: (events: BillingEvent[]) => string[]
  /** What `--json` tells besides. */
  readonly also?: Record<string, unknown>
}

/** Shows what a command would do (`--dry-run`), or does it: signs, sends, waits, verifies, tells. */
export async function runAct(
  command: Command,
  ask: (session: Session) => Promise<Deed>,
): Promise<void> {
  using session = await openSession(command)
  const deed = await ask(session)
  if (session.settings.isDryRun) await showDeed(session, deed)
  else await perform(session, deed, ({ json, lines }) => present(session.settings, json, lines))
}

export type Told = { readonly json: Record<string, unknown>; readonly lines: string[] }

/** Does it, and hands over what to report before the journal forgets it. */
export async function perform(
  { settings, ledger, keyring }: Session,
  deed: Deed,
  report: (told: Told) => void,
): Promise<Outcome> {
  const intent = { key: settings.key ?? deed.key, words: deed.words }
  const plan = () => actOf(ledger, deed)
  return await transact(ledger, settings, keyring, intent, plan, async (outcome) => {
    const { hash, block, gasUsed, isCompletion } = outcome
    const events = await eventsOf(ledger, hash)
    const lines = deed.tell(events)
    if (isCompletion)
      lines.push('An earlier run had signed this and was cut short; nothing new was sent.')
    lines.push(`Transaction ${hash}, block ${block}.`)
    const json = {
      transaction: hash,
      block,
      gasUsed,
      isCompletion,
      ...deed.also,
      events: events.map(eventJson),
    }
    report({ json, lines })
  })
}

async function actOf(ledger: Ledger, deed: Deed): Promise<Act> {
  const { summary, to = ledger.manifest.contract, value = 0n, data } = await deed.plan()
  return { summary, to, value, data }
}

async function showDeed({ settings, ledger, keyring }: Session, deed: Deed): Promise<void> {
  const key = settings.key ?? deed.key
  const from = await keyring.address(key)
  const act = await actOf(ledger, deed)
  const gas = await gasFor(ledger, act, key, from)
  const effect = (await deed.effect?.()) ?? []
  const call = act.data === '0x' ? null : billing.parseTransaction({ data: act.data })
  const calls = call === null ? ['a transfer without a call'] : describeCall(call)
  const { summary, to, value } = act
  present(
    settings,
    { isDryRun: true, summary, key, from, to, valueWei: value, gas, call: calls, effect },
    [
      'Dry run: nothing is signed or sent.',
      summary,
      `  signed by  ${key} (${from})`,
      `  to         ${to}${to === ledger.manifest.contract ? ', the ledger' : ''}`,
      `  value      ${formatWei(value)}`,
      `  gas        ${gas}`,
      ...indented('call', calls),
      ...indented('effect', effect),
    ],
  )
}

const indented = (heading: string, lines: string[]) =>
  lines.map((line, place) => `  ${(place === 0 ? heading : '').padEnd(9)}  ${line}`)
