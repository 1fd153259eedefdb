import { concat, getCreateAddress, type Signer, toBeHex, zeroPadValue } from 'ethers'

/**
 * A contract that logs what it is told: the first three words of the call data are the topics, the rest the data. So
 * tests make logs of any shape, of several contracts in one block.
 */
const emitterCode = '0x60178060093d393df3604035602035600035606036038060606000376000a300'

/** Deploys one and returns its address, lower case; costs nothing where gas does. */
export async function deployEmitter(signer: Signer): Promise<string> {
  const sent = await signer.sendTransaction({ data: emitterCode, ...legacy, gasLimit: 200_000 })
  await sent.wait()
  return getCreateAddress({ from: await signer.getAddress(), nonce: sent.nonce }).toLowerCase()
}

/** What to send so that the emitter logs these topics and this many bytes of data. */
export function emission(emitter: string, topics: readonly number[], dataBytes: number) {
  const words = [0, 1, 2].map((i) => zeroPadValue(toBeHex(topics[i] ?? 0), 32))
  const data = new Uint8Array(dataBytes).fill(0xab)
  return {
    to: emitter,
    data: concat([...words, data]),
    ...legacy,
    gasLimit: 60_000 + 30 * dataBytes,
  }
}

const legacy = { type: 0, gasPrice: 0 } as const
