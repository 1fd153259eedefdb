import type { Command } from 'commander'
import { topicOf } from '../../../contracts/events/topics.ts'
import type { TariffDraft } from '../../../contracts/rules/tariffFile.ts'
import { findEvents } from '../events.ts'
import { Refused } from '../exit.ts'
import { tariffsOf } from '../history.ts'
import type { Ledger } from '../ledger.ts'
import { present, table } from '../output.ts'
import { parseWhole } from '../quantities.ts'
import { openSession } from '../session.ts'
import { tariffComponents } from '../show/tariffComponents.ts'
import { readTariffFile } from '../tariffFile.ts'

export function rateDiffCommand(rate: Command): void {
  rate
    .command('diff <a> <b>')
    .description('what differs between two tariffs, each a number on the ledger or a file')
    .addHelpText(
      'after',
      '\nExamples:\n  wattledger rate diff 1 2\n  wattledger rate diff 2 tariffs/domestic-a.json',
    )
    .action(async (a: string, b: string, _: unknown, command: Command) => {
      using session = await openSession(command)
      const [before, after] = await Promise.all([
        tariffNamed(session.ledger, a),
        tariffNamed(session.ledger, b),
      ])
      const differences = differencesOf(before, after)
      present(
        session.settings,
        { a, b, differences },
        differences.length === 0
          ? [`${a} and ${b} are the same tariff.`]
          : table(
              ['component', `>${a}`, `>${b}`],
              differences.map((each) => [each.component, cell(each.a), cell(each.b)]),
            ),
      )
    })
}

/** A hash is as long as all the rest: its beginning tells it from another. */
const cell = (words: string | undefined): string =>
  words === undefined ? '–' : words.replace(/^(0x[0-9a-f]{12})[0-9a-f]{52}$/, '$1…')

/** A tariff by its number on the ledger, from its category's proven history, or from a file. */
async function tariffNamed(ledger: Ledger, text: string): Promise<TariffDraft> {
  if (!/^\d+$/.test(text)) return await readTariffFile(text)
  const number = parseWhole(text, 'tariff', 1, 4_294_967_295)
  const set = await findEvents(ledger, [topicOf('RateSet')], 'latest')
  for (const { event } of set) {
    if (event.name !== 'RateSet' || event.fields.tariff !== number) continue
    const { tariffs } = await tariffsOf(ledger, event.fields.category)
    const found = tariffs.find(({ tariff }) => tariff === number)
    if (found !== undefined) return found
  }
  throw new Refused(
    `There is no tariff ${number} on this ledger, or it was withdrawn: see "wattledger show rate".`,
  )
}

type Difference = {
  readonly component: string
  readonly a: string | undefined
  readonly b: string | undefined
}

function differencesOf(before: TariffDraft, after: TariffDraft): Difference[] {
  const [a, b] = [new Map(tariffComponents(before)), new Map(tariffComponents(after))]
  const names = new Set([...a.keys(), ...b.keys()])
  return [...names]
    .map((component) => ({ component, a: a.get(component), b: b.get(component) }))
    .filter((each) => each.a !== each.b)
}
