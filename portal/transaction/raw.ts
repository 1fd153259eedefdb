import { encodeEvent, encodeTopics } from '../../contracts/events/codec.ts'
import { type Hex, hexOf } from '../../contracts/events/hex.ts'
import type { Entry } from '../record/entry.ts'

/** The log of an entry as the chain has it, encoded again from the stored words. */
export type RawLog = {
  readonly topics: readonly Hex[]
  readonly data: Hex
}

export const rawOf = (entry: Entry): RawLog => ({
  topics: encodeTopics(entry.name, entry.account, entry.seq).map((topic) => hexOf(topic)),
  data: hexOf(dataOf(entry)),
})

/** The data of an entry's log. */
export const dataOf = (entry: Entry): Uint8Array => encodeEvent(entry.name, entry.fields as never)
