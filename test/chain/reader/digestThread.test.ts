import { Wallet } from 'ethers'
import { afterEach, expect, test } from 'vitest'
import type { RawBody } from '../../../chain/reader/blockSource.ts'
import { digestHere } from '../../../chain/reader/digest.ts'
import { type DigestThread, openDigestThread } from '../../../chain/reader/digestThread.ts'
import { bytesOf } from '../../../contracts/events/hex.ts'

const wallet = Wallet.createRandom()
const signed = async (nonce: number, to: string | null = wallet.address) => {
  const raw = await wallet.signTransaction({ type: 0, to, nonce, gasLimit: 21_000, gasPrice: 0 })
  return bytesOf(raw)
}

/** A body of many receipts, each of some bytes. */
const bodyOf = async (receipts: number, bytes: number): Promise<RawBody> => ({
  receipts: Array.from({ length: receipts }, (_, i) => new Uint8Array(bytes).fill(i)),
  transactions: [await signed(receipts), await signed(1, null)],
  isAlone: true,
})

const largeBodies = async () => [await bodyOf(3, 100_000), await bodyOf(200, 2_000)]

let thread: DigestThread
const told: Error[] = []
const tell = (error: Error) => void told.push(error)
afterEach(() => {
  thread.close()
  told.length = 0
})

test('much is digested on the thread as it is here, and its memory is given back', async () => {
  thread = openDigestThread(tell)
  const bodies = await largeBodies()
  const first = bodies[0]?.receipts[0]
  const asked = thread.digest(bodies)
  expect(first?.length).toBe(0)
  const same = digestHere(await largeBodies())
  expect(same.flatMap(({ digest }) => digest.transactions).map((one) => one?.to?.length)).toEqual([
    20,
    undefined,
    20,
    undefined,
  ])
  expect(await asked).toEqual(same)
})

test('what shares its memory with other things, and what is little, is digested here', async () => {
  thread = openDigestThread(tell)
  const shared = (await largeBodies()).map((body) => ({ ...body, isAlone: false }))
  for (const bodies of [shared, [await bodyOf(2, 100)]]) {
    const found = await thread.digest(bodies)
    expect(found).toEqual(digestHere(bodies))
    expect(found[0]?.receipts).toBe(bodies[0]?.receipts)
  }
})

test('a transaction that can’t be read is told as such, and the roots come all the same', async () => {
  thread = openDigestThread(tell)
  const [body] = await largeBodies()
  const bodies = [{ ...(body as RawBody), transactions: [new Uint8Array(50)] }]
  const [found] = await thread.digest(bodies)
  expect(found?.digest.transactions).toBeNull()
  expect(found?.digest.receiptsRoot).toEqual(
    digestHere(await largeBodies())[0]?.digest.receiptsRoot,
  )
})

test('one that ends in the middle says so, and the next begins anew', async () => {
  thread = openDigestThread(tell)
  const asked = thread.digest(await largeBodies())
  thread.close()
  await expect(asked).rejects.toThrow('The thread that digests bodies ended')
  expect(told).toEqual([])
  expect(await thread.digest(await largeBodies())).toEqual(digestHere(await largeBodies()))
})

test('one that fails is told of, with the cause, and the next begins anew', async () => {
  thread = openDigestThread(tell)
  const [body] = await largeBodies()
  const noBytes = { length: 3, buffer: new ArrayBuffer(3) } as Uint8Array
  const asked = thread.digest([{ ...(body as RawBody), transactions: [noBytes] }])
  await expect(asked).rejects.toThrow('The thread that digests bodies ended')
  expect(told.map(({ cause }) => cause)).toEqual([expect.any(TypeError)])
  expect(await thread.digest(await largeBodies())).toEqual(digestHere(await largeBodies()))
})
