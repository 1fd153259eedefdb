/**
 * Prints the gas of every act of the contract, on anvil by Berlin's prices: `node test/bench/gas.ts`. Acts that come in
 * batches are measured in one of 200, per item, the transaction's own 21,000 and its calldata included.
 */
import { id } from 'ethers'
import { billingCodeSize } from '../../contracts/artifacts/bytecode.ts'
import {
  type Call,
  DOCUMENT,
  type Done,
  FIRST_TODAY,
  type Party,
  newAccount,
  startLedger,
} from '../contracts/ledger.ts'
import { flatRate } from '../contracts/samples.ts'

const BATCH = 200
const START = FIRST_TODAY - 30
const rows: [act: string, gas: number][] = []

await using ledger = await startLedger()

const accounts = Array.from({ length: BATCH }, newAccount)
const terms = ledger.terms({ firstDay: BigInt(START) })
const installation = ledger.installation({ day: BigInt(START) })
const [first] = accounts as [string]

await single('rate of one slab', ledger.act('tariff', 'setRate', flatRate()))
await batch('propose terms', 'operations', (account) => ['proposeTerms', account, terms])
await batch('accept terms', 'consumer', (account) => ['acceptTerms', account, terms])
await batch('install a meter', 'operations', (account) => ['installMeter', account, installation])
await readings('first signed reading', FIRST_TODAY, 100_000n)
await readings('signed reading', FIRST_TODAY + 30, 200_000n)
await ledger.setRate({ effectiveFrom: BigInt(FIRST_TODAY + 45) })
await readings('signed reading across a tariff change', FIRST_TODAY + 60, 300_000n)
await ledger.setDay(FIRST_TODAY + 90)
await batch('estimate', 'operations', (account) => [
  'enterReading',
  account,
  2,
  350_000n,
  FIRST_TODAY + 90,
  false,
  DOCUMENT,
])
await readings('signed reading after an estimate', FIRST_TODAY + 120, 400_000n)
await batch('receipt', 'cashier', (account) => ['postReceipt', account, 2, 10_000n, id(account)])
await single('native payment', ledger.send('consumer', ['pay', first], 10n ** 18n))
await single('reversal', ledger.act('cashier', 'reverseReceipt', first, 2, 10_000n, id(first), 1))
const restated = {
  bill: 1,
  revision: 1,
  start: START,
  end: FIRST_TODAY,
  multiplier: 1,
  modulus: 1_000_000_000n,
  carried: 0,
  presentBefore: 100_000n,
  grossBefore: 50_000n,
  alreadyCharged: 0,
  present: 100_000n,
  rollover: false,
}
await single(
  'revision of one reading',
  ledger.act('operations', 'revise', first, 0, [restated], 1, DOCUMENT),
)
await single('adjustment', ledger.act('operations', 'adjust', first, -100n, 1, 0, DOCUMENT))
await single('dispute', ledger.act('consumer', 'dispute', first, 1, 100n, DOCUMENT))
await single('resolution', ledger.act('regulator', 'resolveDispute', first, 1, 0, DOCUMENT))
await single('closing of a month', ledger.act('stranger', 'closeMonth'))
await single('sweep', ledger.act('stranger', 'sweep'))

console.log(`| act | gas |\n|---|--:|`)
for (const [act, gas] of rows) console.log(`| ${act} | ${gas.toLocaleString('en-IN')} |`)
console.log(`\nCode: ${billingCodeSize.toLocaleString('en-IN')} bytes of 24,576.`)

async function single(act: string, done: Promise<Done>): Promise<void> {
  rows.push([act, (await done).gasUsed])
}

/** One call for each account, in one transaction by `party`. */
async function batch(act: string, party: Party, callFor: (account: string) => Call): Promise<void> {
  await batchOf(act, party, accounts.map(callFor))
}

async function batchOf(act: string, party: Party, calls: readonly Call[]): Promise<void> {
  const { gasUsed } = await ledger.batch(party, calls)
  rows.push([`${act}, in a batch of ${BATCH}`, Math.round(gasUsed / BATCH)])
}

async function readings(act: string, day: number, register: bigint): Promise<void> {
  if (day > (await ledger.today())) await ledger.setDay(day)
  const calls = accounts.map((account) => ledger.signedReading(account, { register, day }))
  await batchOf(act, 'stranger', await Promise.all(calls))
}
