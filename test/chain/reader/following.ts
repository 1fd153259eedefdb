import { followChain, type FollowOptions } from '../../../chain/reader/followChain.ts'
import { genesisOf } from '../../../chain/reader/identity.ts'
import { createTransport } from '../../../chain/reader/transport.ts'
import type { ReaderEvent, VerifiedBlock } from '../../../chain/reader/types.ts'
import type { Manifest } from '../../../contracts/proof/manifest.ts'

type Overrides = Partial<FollowOptions> & { readonly manifest: Manifest }

/**
 * What a reader of the node at `url` has been given, kept as an indexer would: blocks appended, and replaced where the
 * chain did. Asks the node twenty times a second.
 */
export function followInto(store: Map<number, VerifiedBlock>, url: string, options: Overrides) {
  const transport = createTransport(url, { attempts: 3, timeoutMs: 5_000, backoffMs: 10 })
  const last = [...store.values()].at(-1)
  const events = followChain({
    transport,
    after: last ?? genesisOf(options.manifest),
    knownHash: async (number) => store.get(number)?.hash ?? null,
    wakeUp: { next: () => new Promise((resolve) => setTimeout(resolve, 50)), close: () => {} },
    rewindPatienceMs: 0,
    doubtMs: 1,
    ...options,
  })
  return {
    /** The next event, applied to the store. */
    next: async (): Promise<ReaderEvent> => {
      const { value, done } = await events.next()
      if (done === true) throw new Error('The reader ended.')
      apply(store, value)
      return value
    },
    /** Reads on until this holds of an event. */
    until: async (isIt: (event: ReaderEvent) => boolean): Promise<ReaderEvent> => {
      for await (const event of { [Symbol.asyncIterator]: () => ({ next: () => events.next() }) }) {
        apply(store, event)
        if (isIt(event)) return event
      }
      throw new Error('The reader ended.')
    },
    [Symbol.asyncDispose]: async () => {
      await events.return()
      transport.close()
    },
  }
}

const apply = (store: Map<number, VerifiedBlock>, event: ReaderEvent): void => {
  if (event.type === 'head') return
  if (event.type === 'reorg') {
    for (const number of store.keys()) if (number > event.ancestor.number) store.delete(number)
  }
  for (const block of event.blocks) {
    const parent = store.get(block.number - 1)
    if (store.has(block.number) || (parent === undefined && block.number !== 1)) {
      throw new Error(`Block ${block.number} does not follow what is stored.`)
    }
    store.set(block.number, block)
  }
}
