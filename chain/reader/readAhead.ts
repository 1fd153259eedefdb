/** Something being fetched and proven, and how much of the room for such things it takes. */
interface Pending<T> {
  readonly value: Promise<T>
  readonly weight: number
  isReady: boolean
}

/** Hands over work begun; resolves when there is room for more. */
export type Push<T> = (value: Promise<T>, weight: number) => Promise<void>

export interface Room {
  /** Total weight under way or waiting, at which the producer pauses. */
  readonly ahead: number
  /** Weight that comes out at once, if so much is ready. */
  readonly together: number
}

/**
 * Runs `produce` ahead of who reads: what it pushes comes out in that order, all that is ready together, while it goes on
 * as far as there is room. A failure, of the producer or of something pushed, comes out in its place.
 */
export async function* readAhead<T>(
  produce: (push: Push<T>) => Promise<void>,
  { ahead, together }: Room,
): AsyncGenerator<T[]> {
  const queue: Pending<T>[] = []
  let held = 0
  let hasRoom = Promise.withResolvers<void>()
  let hasMore = Promise.withResolvers<void>()
  let isDone = false

  const push: Push<T> = async (value, weight) => {
    const pending = { value, weight, isReady: false }
    value.then(
      () => (pending.isReady = true),
      // It is thrown to the reader when its turn comes.
      () => {},
    )
    queue.push(pending)
    held += weight
    hasMore.resolve()
    if (held >= ahead) {
      hasRoom = Promise.withResolvers()
      await hasRoom.promise
    }
  }
  const produced = produce(push).finally(() => {
    isDone = true
    hasMore.resolve()
  })
  produced.catch(() => {})

  for (;;) {
    const first = queue.shift()
    if (first === undefined) {
      if (isDone) break
      hasMore = Promise.withResolvers()
      await hasMore.promise
      continue
    }
    const values = [await first.value]
    let { weight } = first
    while (queue[0]?.isReady === true && weight + queue[0].weight <= together) {
      const next = queue.shift() as Pending<T>
      values.push(await next.value)
      weight += next.weight
    }
    yield values
    held -= weight
    if (held < ahead) hasRoom.resolve()
  }
  await produced
}
