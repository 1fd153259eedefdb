/** A program that proves what a node would of a ledger that no chain made: see standIn.ts. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { billingCodeHash } from '../../../contracts/artifacts/bytecode.ts'
import { bytesOf, type Hex, hexOf } from '../../../contracts/events/hex.ts'
import { headSlot } from '../../../contracts/proof/accountSlots.ts'
import { encodeRlp, rlpUint } from '../../../contracts/proof/rlp.ts'
import { headOfEntries } from '../../../portal/derive/fingerprint.ts'
import { totalsSlots } from '../../../portal/node/ledgerTotals.ts'
import { openLedger } from '../../../portal/readOnly.ts'
import { accountEntries } from '../../../portal/record/entries.ts'
import { manifest, word } from '../../portal/writtenLedger.ts'
import { proofsOf } from '../trie.ts'
import type { StandInFor } from './standIn.ts'

/** Other accounts in the state, so that proofs are as deep as a board's. */
const OTHERS = 50_000

interface Asked {
  readonly id: number
  readonly method: string
  readonly params: readonly unknown[]
}

const wordOf = (value: bigint): Uint8Array => bytesOf(`0x${value.toString(16).padStart(64, '0')}`)

const short = (value: Uint8Array): string => `0x${BigInt(hexOf(value)).toString(16)}`

const { accounts, totals } = JSON.parse(process.env['STAND_IN_FOR'] ?? '') as StandInFor
const db = openLedger(process.env['READER_DATABASE_URL'] ?? '')
const slots: [Uint8Array, Uint8Array][] = []
for (const account of accounts) {
  const head = headOfEntries(await accountEntries(db, account))
  slots.push([headSlot(account), bytesOf(head)])
}
for (const [i, value] of totals.map(BigInt).entries())
  if (value > 0n) slots.push([totalsSlots[i] as Uint8Array, wordOf(value)])
await db[Symbol.asyncDispose]()
const others = Array.from({ length: OTHERS }, (_, i): [Uint8Array, Uint8Array] => [
  bytesOf(word(`slot ${i}`)),
  bytesOf(word(`head ${i}`)),
])
const storage = proofsOf([...slots, ...others], slots.length)
const leaf = encodeRlp([rlpUint(1), rlpUint(0), storage.root, bytesOf(billingCodeHash)])
const state = proofsOf([[bytesOf(manifest.contract), leaf]], 1, (value) => value)
const known = new Map(
  slots.map(([slot, value], i) => [
    hexOf(slot),
    {
      key: hexOf(slot),
      value: short(value),
      proof: (storage.proofs[i] ?? []).map((node) => hexOf(node)),
    },
  ]),
)
const proofOf = (wanted: readonly string[]) => ({
  address: manifest.contract,
  accountProof: (state.proofs[0] ?? []).map((node) => hexOf(node)),
  balance: '0x0',
  nonce: '0x1',
  codeHash: billingCodeHash,
  storageHash: hexOf(storage.root),
  storageProof: wanted.map(
    (slot) => known.get(slot as Hex) ?? { key: slot, value: '0x0', proof: [] },
  ),
})
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    const asked = JSON.parse(body) as Asked | Asked[]
    const answer = Array.isArray(asked) ? asked.map(tell) : tell(asked)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
})
const tell = ({ id, method, params }: Asked) => ({
  jsonrpc: '2.0',
  id,
  ...(method === 'eth_getProof'
    ? { result: proofOf(params[1] as string[]) }
    : { error: { code: -32_601, message: `${method} is not answered here` } }),
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
const ready = { ready: true, url: `http://127.0.0.1:${port}/`, stateRoot: hexOf(state.root) }
process.stdout.write(`${JSON.stringify(ready)}\n`)
