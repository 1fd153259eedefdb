import { bytesOf, hexOf, type Hex, NotHex } from '../../events/hex.ts'
import { isSame } from '../bytes.ts'
import { EPOCH, sealerOf, signersIn, turnOf, voteIn } from '../cliqueSeal.ts'
import { decodeHeader, type Header, headerHash } from '../header.ts'
import type { Party } from '../manifest.ts'
import { isLowS, Unrecoverable } from '../recoverAddress.ts'
import { MalformedRlp } from '../rlp.ts'
import { EvidenceRefused } from './refusal.ts'
import type { Signers } from './shape.ts'

/** A block, and the parties that vouch for it: who sealed it and those who sealed the blocks after it. */
export interface SealedBlock {
  readonly header: Header
  readonly hash: Hex
  /** In order of first seal; none where no party seals. */
  readonly parties: readonly Party[]
  readonly of: number
}

/** How many parties must vouch: more than half, two of three. */
export const majorityOf = (signers: Signers): number => Math.floor(signers.length / 2) + 1

/**
 * The first of these raw headers, to which the others lead back by hash, each sealed by one of `signers`, and a majority
 * of different ones among them (EIP-225). Without signers nobody sealed it: practice. Throws `EvidenceRefused`.
 */
export const readSealedBlock = (raws: readonly Hex[], signers: Signers): SealedBlock => {
  const headers = raws.map((raw, i) => readHeader(raw, i))
  for (const [i, { header }] of headers.entries()) {
    const parent = headers[i - 1]
    if (parent === undefined) continue
    if (header.number === parent.header.number + 1 && isSame(header.parentHash, parent.hash))
      continue
    throw new EvidenceRefused(
      'header-unlinked',
      `Block ${header.number} does not follow block ${parent.header.number}: it names ${hexOf(header.parentHash)} as the block before it, not ${hexOf(parent.hash)}. One of them was altered or left out.`,
    )
  }
  const [first] = headers
  if (first === undefined) throw new EvidenceRefused('header-unreadable', 'It names no block.')
  const sealers = signers.length === 0 ? [] : headers.map(({ header }) => sealerIn(header, signers))
  const parties = new Set<Party>()
  for (const [i, { address, party }] of sealers.entries()) {
    if (sealers[i - 1]?.address === address) {
      const number = first.header.number + i
      throw new EvidenceRefused(
        'header-out-of-turn',
        `The ${party} sealed block ${number} and the one before it, which the network allows nobody: this is no block of it.`,
      )
    }
    parties.add(party)
  }
  if (signers.length > 0 && parties.size < majorityOf(signers)) {
    throw new EvidenceRefused(
      'too-few-parties',
      `Only ${[...parties].join(' and ')} sealed block ${first.header.number} and those after it; ${majorityOf(signers)} of ${signers.length} parties must, since one alone could make up what it likes. Get the file anew.`,
    )
  }
  return {
    header: first.header,
    hash: hexOf(first.hash),
    parties: [...parties],
    of: signers.length,
  }
}

const readHeader = (raw: Hex, i: number) => {
  try {
    const bytes = bytesOf(raw)
    return { header: decodeHeader(bytes), hash: headerHash(bytes) }
  } catch (cause) {
    if (!(cause instanceof MalformedRlp || cause instanceof NotHex)) throw cause
    throw new EvidenceRefused(
      'header-unreadable',
      `The ${i === 0 ? 'block' : `block ${i} after it`} that it is proven against can't be read (${cause instanceof MalformedRlp ? cause.reason : 'half a byte'}): it was altered.`,
      cause,
    )
  }
}

const sealerIn = (header: Header, signers: Signers): Signers[number] => {
  const { number, difficulty } = header
  let address: Hex
  try {
    address = hexOf(sealerOf(header))
  } catch (cause) {
    if (!(cause instanceof Unrecoverable || cause instanceof MalformedRlp)) throw cause
    throw unsealed(number, 'bears no seal', cause)
  }
  // Of the two forms that every seal can be given, the network's software makes this one.
  if (!isLowS(header.extraData.subarray(-65, -1)))
    throw unsealed(number, 'bears a seal that was rewritten')
  const signer = signers.find((each) => each.address === address)
  if (signer === undefined)
    throw unsealed(number, `was sealed by ${address}, which is no party's key`)
  const inOrder = signers.map((each) => each.address).sort()
  const isTurn = turnOf(number, inOrder) === address
  if (difficulty !== (isTurn ? 2n : 1n)) {
    throw new EvidenceRefused(
      'header-out-of-turn',
      `Block ${number} says that it ${isTurn ? 'was not' : 'was'} the turn of the ${signer.party} to seal it, which is not so: this is no block of the network.`,
    )
  }
  if (voteIn(header) !== null) {
    throw new EvidenceRefused(
      'header-votes',
      `Block ${number} votes to change who may seal. Get the file anew, proven against another block.`,
    )
  }
  const listed =
    signersIn(header)
      ?.map((each) => hexOf(each))
      .join() ?? ''
  if (listed !== (number % EPOCH === 0 ? inOrder.join() : '')) {
    throw new EvidenceRefused(
      'other-signers',
      `Block ${number} lists ${listed || 'no signers'}, not the parties that this file names: it is of another network.`,
    )
  }
  return signer
}

const unsealed = (number: number, what: string, cause?: unknown) =>
  new EvidenceRefused(
    'header-unsealed',
    `Block ${number} ${what}: it was altered, or made up by someone who is no party of the network.`,
    cause,
  )
