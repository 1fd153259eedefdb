import { type Everything, ownPlace, startEverything } from '../endToEnd/startEverything.ts'

/** What a demo's guide names: an account that shows something. */
interface Shown {
  readonly key: string
  readonly code: string
  readonly bill: number | null
  readonly isRecorded: boolean
}

/** `npm start` with its town, complete: the demo that everybody sees who tries wattledger. For `await using`. */
export interface DemoTown extends AsyncDisposable, Pick<Everything, 'portal' | 'env'> {
  readonly shown: (key: string) => Promise<Shown>
}

export const openDemoTown = async (): Promise<DemoTown> => {
  await using made = new AsyncDisposableStack()
  const place = made.use(await ownPlace())
  const { portal, env, townIsComplete } = made.use(await startEverything(place, '--chain', 'anvil'))
  await townIsComplete
  const situations = async () => {
    const guide = (await (await fetch(`${portal}/demo.json`)).json()) as { situations: Shown[] }
    return guide.situations
  }
  // The town is on the chain; the indexer may be some blocks behind it.
  while (!(await situations()).every(({ isRecorded }) => isRecorded))
    await new Promise((done) => setTimeout(done, 200))
  const open = made.move()
  return {
    portal,
    env,
    shown: async (key) => {
      const found = (await situations()).find((each) => each.key === key)
      if (found === undefined) throw new Error(`The demo shows no ${key}`)
      return found
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
