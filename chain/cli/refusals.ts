import { decodeBytes32String, id } from 'ethers'
import type { billingAbi } from '../../contracts/artifacts/abi.ts'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { WEI_PER_PAISA } from '../../contracts/rules/units.ts'
import { billing } from './contract.ts'
import { Refused } from './exit.ts'
import { formatDay, formatKwh, formatRupees, monthName } from './quantities.ts'
import { roleNames } from './roles.ts'

/** `error` is the name of the custom error that it ended in. */
type RefusedAct = {
  readonly index: number
  readonly reason: string
  readonly error: string | undefined
}

/** The contract refused; `error` is the name of its custom error, where it gave one. */
export class ContractRefused extends Refused {
  override name = 'ContractRefused'
  readonly error: string | undefined
  /** Where it was a batch: which of its acts was refused, from 0, and why. */
  readonly refusedAct: RefusedAct | undefined

  constructor(message: string, data: string, options?: ErrorOptions) {
    super(message, options)
    this.error = nameOf(data)
    this.refusedAct = refusedActIn(data)
  }
}

/** The refusal that a node's error carries, in words; undefined where the error is about something else. */
export function refusalIn(error: {
  readonly data?: unknown
  readonly message: string
}): ContractRefused | undefined {
  const data = typeof error.data === 'string' ? error.data : undefined
  if (data === undefined || !/^0x[0-9a-f]*$/i.test(data)) {
    return /execution reverted/i.test(error.message)
      ? new ContractRefused(inWords('0x'), '0x', { cause: error })
      : undefined
  }
  return new ContractRefused(inWords(data), data, { cause: error })
}

/** One sentence for the data that a call reverted with: what is wrong, the value, what to do. */
export function inWords(data: string): string {
  const error = data === '0x' ? null : billing.parseError(data)
  if (error === null) {
    return `The contract refused without a reason (${data === '0x' ? 'no data' : data.slice(0, 74)}): check that this program and the contract are of one version.`
  }
  const values = Object.fromEntries(
    error.fragment.inputs.map((input, place) => [input.name, error.args[place] as unknown]),
  )
  if (!isKnown(error.name)) {
    return `The contract refused without a reason of its own (${error.name} ${error.args.join(' ')}): report this, it is a defect of the contract.`
  }
  // Each sentence takes the values of its own error, which these are.
  return words[error.name](values as never)
}

type AbiError = Extract<(typeof billingAbi)[number], { type: 'error' }>
type ErrorName = AbiError['name']
type ValueOf<Type extends string> = Type extends `uint${string}` | `int${string}`
  ? bigint
  : Type extends 'bool'
    ? boolean
    : string
type ValuesOf<Name extends ErrorName> = {
  [Input in Extract<AbiError, { name: Name }>['inputs'][number] as Input['name']]: ValueOf<
    Input['type']
  >
}

const isKnown = (name: string): name is ErrorName => name in words
const nameOf = (data: string) => (data === '0x' ? undefined : billing.parseError(data)?.name)

function refusedActIn(data: string): RefusedAct | undefined {
  if (nameOf(data) !== 'BatchRefused') return undefined
  const [index, reason] = billing.decodeErrorResult('BatchRefused', data) as unknown as [
    bigint,
    string,
  ]
  return { index: Number(index), reason: inWords(reason), error: nameOf(reason) }
}

const day = (value: bigint) => formatDay(value)
const code = (account: string) => codeOf(account as `0x${string}`)
const isZero = (word: string) => /^0x0*$/.test(word)

const words: { [Name in ErrorName]: (values: ValuesOf<Name>) => string } = {
  OutOfRange: ({ field, value }) =>
    `The value ${value} for "${asciiOf(field)}" is outside what the ledger allows: check it.`,
  UnknownAccount: ({ account }) =>
    `No agreement has been accepted for the account ${code(account)}: check the code, or propose and accept an agreement first.`,
  AccountClosed: ({ account }) =>
    `The account ${code(account)} was closed by a final reading: it can still be paid, disputed and corrected, but nothing more is read or agreed on.`,
  ReservedAccount: ({ account }) =>
    `${account} is no consumer's account: ids up to 65,535 belong to categories; take one from "wattledger account new".`,
  TariffNotNext: ({ tariff, next }) =>
    `Tariff ${tariff} is not the next one, which is ${next}: this rate may have been set already; see "wattledger show rate".`,
  UnknownTariff: ({ tariff }) =>
    `There is no tariff ${tariff}, or it was withdrawn: see "wattledger show rate".`,
  TariffDayNotAllowed: ({ category, effectiveFrom, earliest, latest }) =>
    `A rate for category ${category} can't start on ${day(effectiveFrom)}: choose a day from ${day(earliest)} to ${day(latest)}. Days already billed are never repriced.`,
  TariffInForce: ({ tariff, effectiveFrom, today }) =>
    `Tariff ${tariff} is in force since ${day(effectiveFrom)} (today is ${day(today)}) and can't be withdrawn: set a new rate from a later day.`,
  NoTariff: ({ category, day: of }) =>
    `No tariff prices category ${category} on ${day(of)}: set a rate first, effective from that day or before.`,
  SessionNeedsOneSlab: ({ tariff, slabCount }) =>
    `Tariff ${tariff} has ${slabCount} slabs, and a charging session can only be priced by one: set a single-slab rate for its category.`,
  TermsNotProposed: ({ account, termsHash, proposed }) =>
    isZero(proposed)
      ? `No terms wait for acceptance on the account ${code(account)}: they may have been accepted already; see "wattledger show account ${code(account)}".`
      : `The terms accepted (${termsHash}) are not those proposed for ${code(account)} (${proposed}): read the newest proposal and accept that.`,
  NotConsumer: ({ account, caller, consumerKey }) =>
    `The key ${caller} may not act for the consumer of ${code(account)}: that takes ${consumerKey}; choose it with --key.`,
  NoTerms: ({ account, day: of }) =>
    `No terms are agreed for ${code(account)} on ${day(of)}: they begin later; give a later day, or agree on terms from that day.`,
  TermsTooEarly: ({ account, firstDay, earliest }) =>
    `The terms for ${code(account)} can't start on ${day(firstDay)}: the account is charged already up to ${day(earliest)}; choose that day or a later one.`,
  NoMeter: ({ account }) =>
    `No meter is installed on ${code(account)}: install one with "wattledger meter install ${code(account)}".`,
  MeterDayNotAllowed: ({ account, day: of, earliest, latest }) =>
    `A meter can't be installed on ${code(account)} on ${day(of)}: choose a day from ${day(earliest)} to ${day(latest)}, and only where none is installed yet.`,
  NotSignedByMeter: ({ account, signer, meter }) =>
    `The reading is signed by ${signer}, but the meter of ${code(account)} is ${meter}: sign it with that meter's key, and check account, register and day.`,
  FutureDay: ({ day: of, today }) =>
    `${day(of)} has not begun yet: today is ${day(today)} on the chain; give that day or an earlier one.`,
  PeriodNotAfter: ({ account, end, chargedTo }) =>
    `The account ${code(account)} is charged already up to ${day(chargedTo)}, and this reading ends on ${day(end)}: give a later day, or check whether it was recorded before.`,
  RegisterBackwards: ({ account, present, previous }) =>
    `The register of ${code(account)} can't go back from ${formatKwh(previous)} to ${formatKwh(present)}: check the meter number, record a replacement, or say --rollover if it passed its highest value.`,
  NoRollover: ({ account, present, previous }) =>
    `The register of ${code(account)} went from ${formatKwh(previous)} to ${formatKwh(present)}, so it did not roll over: leave out --rollover.`,
  RolloverTooLarge: ({ account, wh, limit }) =>
    `A rollover on ${code(account)} would mean ${formatKwh(wh)}, but its sanctioned load can use at most ${formatKwh(limit)} in this time: check the register.`,
  EmptySession: ({ account, end }) =>
    `The charging session on ${code(account)} on ${day(end)} used no energy: there is nothing to bill.`,
  CycleNotEnded: ({ account, end, earliestEnd }) =>
    `The billing cycle of ${code(account)} has not ended on ${day(end)}: the next bill may end on ${day(earliestEnd)} at the earliest.`,
  TooManyEstimates: ({ account }) =>
    `The account ${code(account)} has two estimated bills in a row already: only a real reading can follow.`,
  EvidenceMissing: ({ account }) =>
    `This act on ${code(account)} needs a document: name its file with --evidence.`,
  InvalidAmount: ({ amount }) =>
    amount === 0n
      ? 'The amount is zero: give one above zero.'
      : `The amount (${amount}${amount % WEI_PER_PAISA === 0n ? '' : ' wei'}) is no whole number of paise, or too large: give rupees with at most two decimals.`,
  ReferenceUsed: ({ receiptReference }) =>
    `The receipt ${receiptReference} was posted before: one receipt counts once. If this is another payment, check channel, bank reference and part.`,
  UnknownReceipt: ({ receiptReference }) =>
    `There is no receipt ${receiptReference} to reverse for this account and amount, or it was reversed already: check reference, account and amount.`,
  UnknownBill: ({ account, bill }) =>
    `The account ${code(account)} has no bill ${bill}: see "wattledger show bill ${code(account)}".`,
  RevisionNotNext: ({ account, bill, revision }) =>
    `Revision ${revision} of bill ${bill} of ${code(account)} was made already, or is not the next: see the bill's revisions.`,
  NotRevisable: ({ account, bill }) =>
    `Bill ${bill} of ${code(account)} can't be revised like this: its readings do not follow one another, or are not as recorded.`,
  DisputeState: ({ account, bill, open }) =>
    open
      ? `A dispute on bill ${bill} of ${code(account)} is open already: wait for the regulator's answer.`
      : `No dispute is open on bill ${bill} of ${code(account)}: check the bill's number.`,
  NeedsRegulator: ({ amount, limit }) =>
    `An adjustment of ${formatRupees(amount)} is above the board's limit of ${formatRupees(limit)}: it takes the regulator's key.`,
  MonthClosed: ({ month }) =>
    `The month ${monthName(month)} was closed already: the next closing is possible from the first of the month after.`,
  SweepFailed: ({ amount }) =>
    amount === 0n
      ? 'There is nothing to sweep: the treasury has everything already.'
      : `The treasury did not take ${formatRupees(amount / WEI_PER_PAISA)}: check the treasury's address.`,
  BatchRefused: ({ index, reason }) =>
    `Act ${index + 1n} of the batch was refused, so none was done: ${inWords(reason)}`,
  AccessControlUnauthorizedAccount: ({ account, neededRole }) =>
    `The key ${account} does not hold the role ${roleName(neededRole)}: choose another with --key, or have it granted ("wattledger role grant").`,
  AccessControlBadConfirmation: () =>
    'A role can only be given up by the key that holds it: choose that key with --key.',
}

const roleName = (role: string): string =>
  roleNames.find((name) => id(name) === role.toLowerCase()) ?? role

const asciiOf = (word: string): string => {
  try {
    return decodeBytes32String(word)
  } catch {
    return word
  }
}
