import { open } from 'node:fs/promises'
import { signRecoverable } from 'tiny-secp256k1'
import { bytesOf } from '../../../contracts/events/hex.ts'
import { concat } from '../../../contracts/proof/bytes.ts'
import { EPOCH, sealHash } from '../../../contracts/proof/cliqueSeal.ts'
import { encodeHeader, headerHash, type Header } from '../../../contracts/proof/header.ts'
import { emptyRoot } from '../../../contracts/proof/merkleRoot.ts'
import { decodeRlp, encodeRlp } from '../../../contracts/proof/rlp.ts'
import { soleKey } from './soleSigner.ts'

const key = bytesOf(soleKey.privateKey)
const signer = bytesOf(soleKey.address)

/** Writes `count` empty blocks after `parent`, sealed by the one key, as `geth import` reads them. */
export const writeEmptyBlocks = async (file: string, parent: Header, count: number) => {
  await using output = await open(file, 'w')
  let last = parent
  let blocks: Uint8Array[] = []
  for (let made = 0; made < count; made++) {
    last = emptyAfter(last)
    blocks.push(encodeRlp([decodeRlp(encodeHeader(last)), [], []]))
    if (blocks.length < 1_000 && made + 1 < count) continue
    await output.write(concat(...blocks))
    blocks = []
  }
}

/** Nothing happens in it, so the state is its parent's; Clique pays nobody. With period 0 it may bear the same second. */
const emptyAfter = (parent: Header): Header => {
  const number = parent.number + 1
  const listed = number % EPOCH === 0 ? signer : new Uint8Array(0)
  const extraData = concat(new Uint8Array(32), listed, new Uint8Array(65))
  const header: Header = {
    ...parent,
    parentHash: headerHash(encodeHeader(parent)),
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: new Uint8Array(256),
    difficulty: 2n,
    number,
    gasUsed: 0,
    extraData,
  }
  const { signature, recoveryId } = signRecoverable(sealHash(header), key)
  extraData.set(signature, extraData.length - 65)
  extraData[extraData.length - 1] = recoveryId
  return header
}
