import type { BlockSource } from '../blockSource.ts'
import { TransportError } from '../transportError.ts'

/** Reads from `first` as long as it answers, and from `other` what it does not. */
export const preferring = (first: BlockSource, other: BlockSource): BlockSource => {
  const either = async <T>(read: (source: BlockSource) => Promise<T>): Promise<T> => {
    try {
      return await read(first)
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      return await read(other)
    }
  }
  return {
    headers: (from, count, signal) => either((source) => source.headers(from, count, signal)),
    bodies: (blocks, signal) => either((source) => source.bodies(blocks, signal)),
  }
}
