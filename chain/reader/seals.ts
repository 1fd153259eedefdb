import { bytesOf, hexOf, type Hex } from '../../contracts/events/hex.ts'
import { EPOCH, sealerOf, signersIn, turnOf, voteIn } from '../../contracts/proof/cliqueSeal.ts'
import type { Manifest } from '../../contracts/proof/manifest.ts'
import { Unrecoverable } from '../../contracts/proof/recoverAddress.ts'
import { MalformedRlp } from '../../contracts/proof/rlp.ts'
import { SignerChange, TooFewParties, UnknownSealer } from './alarms.ts'
import type { Linked } from './links.ts'

/** Who sealed which blocks, as far as it matters for the next: the last ones, newest last. */
export type RecentSealers = readonly Hex[]

/** Who sealed each of some blocks, and the sealers that the next ones are judged by. */
export interface Sealed {
  /** In the order of the blocks; null where no party seals. */
  readonly sealers: readonly (Uint8Array | null)[]
  readonly recent: RecentSealers
}

/** Judges seals by the manifest's signers. */
export interface SealJudge {
  /** How many blocks in a row are each another party's: a majority of the signers, two of three. 0 without signers. */
  readonly majority: number
  /**
   * Who sealed these linked blocks, which follow those that `recent` sealed. The last `majority` of them are checked by
   * their seals: known signers, all different, in their turn if they say so; with that, a majority vouches for all blocks
   * below. Votes and lists of signers are looked at in every block. Throws `UnknownSealer`, `TooFewParties`,
   * `SignerChange`.
   */
  readonly judge: (blocks: readonly Linked[], recent: RecentSealers) => Sealed
}

export const createSealJudge = (manifest: Manifest): SealJudge => {
  const sets = signerSets(manifest)
  const [atGenesis] = sets
  if (atGenesis === undefined || atGenesis.signers.length === 0) {
    return {
      majority: 0,
      judge: (blocks) => ({ sealers: blocks.map(() => null), recent: [] }),
    }
  }
  const setAt = (number: number): SignerSet =>
    sets.findLast(({ block }) => block <= number) ?? atGenesis
  const majority = Math.floor(atGenesis.signers.length / 2) + 1

  const judge = (blocks: readonly Linked[], before: RecentSealers): Sealed => {
    let recent = [...before]
    const sealers = blocks.map((block, i) => {
      const set = setAt(block.header.number)
      refuseChange(block, set, sets)
      const isNearEnd = i >= blocks.length - set.majority
      const sealer = isNearEnd ? checkedSealer(block, set) : likelySealer(block, set)
      const others = recent.slice(recent.length - (set.majority - 1))
      if (isNearEnd && set.majority > 1 && others.includes(sealer)) {
        throw new TooFewParties(block.header.number, bytesOf(sealer), set.majority)
      }
      recent = [...recent.slice(-8), sealer]
      return set.bytes.get(sealer) as Uint8Array
    })
    return { sealers, recent }
  }
  return { majority, judge }
}

/** The signers from a block on, in order of address. */
interface SignerSet {
  readonly block: number
  readonly signers: readonly Hex[]
  readonly majority: number
  readonly bytes: ReadonlyMap<Hex, Uint8Array>
}

const signerSets = ({ signers, signerChanges = [] }: Manifest): SignerSet[] =>
  [{ block: 0, signers }, ...signerChanges].map(({ block, signers }) => {
    const addresses = signers.map(({ address }) => address).toSorted()
    return {
      block,
      signers: addresses,
      majority: Math.floor(addresses.length / 2) + 1,
      bytes: new Map(addresses.map((address) => [address, bytesOf(address)])),
    }
  })

/** The sealer by the seal itself. */
const checkedSealer = ({ header }: Linked, { signers, bytes }: SignerSet): Hex => {
  let sealer: Uint8Array
  try {
    sealer = sealerOf(header)
  } catch (cause) {
    if (!(cause instanceof Unrecoverable || cause instanceof MalformedRlp)) throw cause
    throw new UnknownSealer(header.number, null, 'it bears no seal.', cause)
  }
  const address = hexOf(sealer)
  if (!bytes.has(address)) {
    throw new UnknownSealer(header.number, sealer, 'no party of the manifest has this key.')
  }
  const isTurn = turnOf(header.number, signers) === address
  if (header.difficulty !== (isTurn ? 2n : 1n)) {
    throw new UnknownSealer(
      header.number,
      sealer,
      `its difficulty ${header.difficulty} says that the turn ${isTurn ? 'was not' : 'was'} this party's.`,
    )
  }
  return address
}

/**
 * The sealer of a block that a majority vouches for, as they sealed blocks above it: whose turn it was, if it says so by
 * its difficulty (the network takes no other). Only out of turn the seal must be read.
 */
const likelySealer = (block: Linked, set: SignerSet): Hex =>
  block.header.difficulty === 2n
    ? turnOf(block.header.number, set.signers)
    : checkedSealer(block, set)

const refuseChange = ({ header }: Linked, set: SignerSet, sets: readonly SignerSet[]): void => {
  const { number } = header
  const vote = voteIn(header)
  if (vote !== null) {
    const on = hexOf(vote.on)
    const isAgreed = sets.some(
      ({ block, bytes }) =>
        block > number && bytes.has(on) === vote.admit && set.bytes.has(on) !== vote.admit,
    )
    if (!isAgreed) {
      throw new SignerChange(number, `it votes to ${vote.admit ? 'admit' : 'remove'} ${on}.`)
    }
  }
  const listed = signersIn(header)?.map((signer) => hexOf(signer)) ?? []
  const expected = number % EPOCH === 0 ? set.signers : []
  if (listed.join() !== expected.join()) {
    throw new SignerChange(
      number,
      `it lists the signers ${listed.join(', ') || 'none'}, the manifest ${expected.join(', ') || 'none for this block'}.`,
    )
  }
}
