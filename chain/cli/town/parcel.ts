import { Transaction } from 'ethers'
import type { SigningKey } from 'ethers'
import type { Act } from './act.ts'
import { type CallData, encodeDeed, type Encoding, inOneCall } from './encodeDeed.ts'
import type { Parcel } from './wave.ts'

/** A parcel as a transaction of its key. */
export interface SignedParcel {
  readonly parcel: Parcel
  readonly hash: string
  readonly raw: string
  readonly from: string
  readonly call: CallData
}

/** Signs a parcel as a legacy transaction that pays nothing (EIP-155). */
export const signParcel = (
  parcel: Parcel,
  encoding: Encoding,
  key: SigningKey,
  from: string,
  nonce: number,
): SignedParcel => {
  const [first, ...others] = parcel
  const encoded = (act: Act) => encodeDeed(act.deed, encoding)
  const call = inOneCall([encoded(first), ...others.map(encoded)])
  const transaction = Transaction.from({
    type: 0,
    chainId: encoding.manifest.chainId,
    nonce,
    gasPrice: 0n,
    gasLimit: parcel.reduce((sum, { gas }) => sum + gas, 60_000),
    ...call,
  })
  transaction.signature = key.sign(transaction.unsignedHash)
  return { parcel, hash: transaction.hash ?? '', raw: transaction.serialized, from, call }
}
