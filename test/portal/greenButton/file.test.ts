import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { all, type Element, textOf } from '../../../chain/cli/reconcile/xml.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { parseDay, startOfDay } from '../../../contracts/rules/day.ts'
import { qualityOf } from '../../../portal/greenButton/quality.ts'
import { parsed, withoutElements } from '../../chain/cli/reconcile/withoutElements.ts'
import { household, waiting } from '../exampleLedger.ts'
import { openPortal, type OpenPortal } from '../openPortal.ts'
import {
  namespaces,
  type Required,
  requiredOfFeed,
  requiredOfReadings,
} from './requiredElements.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.[Symbol.asyncDispose]())

const address = (account: `0x${string}`) => `/accounts/${codeOf(account)}/green-button.xml`
const fileOf = async (account: `0x${string}`) => parsed(await portal.text(address(account)))

/** What a file lacks of what is required, in words. */
const lacking = (feed: Element, required: readonly Required[]): string[] =>
  required.flatMap(({ path, namespace, times, order, text }) => {
    const found = all(feed, path)
    const isMany = times === undefined ? found.length > 0 : found.length === times
    if (!isMany) return [`${path}: ${found.length} of them`]
    return found.flatMap((element) => [
      ...(element.namespace === namespaces[namespace] ? [] : [`${path}: ${element.namespace}`]),
      ...(order === undefined || order.join() === element.children.map(({ name }) => name).join()
        ? []
        : [`${path}: ${element.children.map(({ name }) => name).join()}`]),
      ...(text === undefined || text.test(element.text) ? [] : [`${path}: "${element.text}"`]),
    ])
  })

describe('the Green Button file of an account', () => {
  test('holds every element that the standard asks for, in its order', async () => {
    const feed = await fileOf(household)
    expect([feed.name, feed.namespace]).toEqual(['feed', namespaces.atom])
    expect(lacking(feed, [...requiredOfFeed, ...requiredOfReadings])).toEqual([])
  })

  test.each([...requiredOfFeed, ...requiredOfReadings])(
    'is found wanting without $path',
    async ({ path }) => {
      const without = withoutElements(await portal.text(address(household)), path)
      expect(lacking(parsed(without), [...requiredOfFeed, ...requiredOfReadings])).not.toEqual([])
    },
  )

  test('says each bill’s units in Wh, by the days in UTC seconds, and what they cost', async () => {
    const readings = all(await fileOf(household), 'entry/content/IntervalBlock/IntervalReading')
    expect(readings).toHaveLength(7)
    const [april] = readings
    expect(april === undefined ? null : textOf(april, 'value')).toBe('231000')
    expect(textOf(april as Element, 'timePeriod/start')).toBe(
      String(startOfDay(parseDay('2026-04-01'))),
    )
    // 18:30 UTC of the day before.
    expect(new Date(startOfDay(parseDay('2026-04-01')) * 1000).toISOString()).toBe(
      '2026-03-31T18:30:00.000Z',
    )
    expect(textOf(april as Element, 'timePeriod/duration')).toBe(String(30 * 86_400))
    const { bills } = await portal.json<{ bills: { grossPaise: string }[] }>(
      `/accounts/${codeOf(household)}.json`,
    )
    expect(readings.map((each) => textOf(each, 'cost'))).toEqual(
      bills.map(({ grossPaise }) => `${grossPaise}000`),
    )
  })

  test('names its resources by links that lead from one to the other', async () => {
    const feed = await fileOf(household)
    const links = all(feed, 'entry/link').map(({ attributes }) => attributes)
    const of = (rel: string) =>
      links.flatMap((link) => (link['rel'] === rel ? [link['href'] ?? ''] : []))
    const selves = of('self')
    expect(new Set(selves).size).toBe(selves.length)
    for (const related of of('related'))
      expect(selves.some((self) => self === related || self.startsWith(`${related}/`))).toBe(true)
  })

  test('of an account that was never read has no readings, and all else', async () => {
    const feed = await fileOf(waiting)
    expect(lacking(feed, requiredOfFeed)).toEqual([])
    expect(all(feed, 'entry/content/IntervalBlock')).toEqual([])
  })

  test('is the same from one request to the next, and saved under the account’s code', async () => {
    const [first, second] = [
      await portal.get(address(household)),
      await portal.get(address(household)),
    ]
    expect(await first.text()).toBe(await second.text())
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(first.headers.get('content-disposition')).toBe(
      `attachment; filename="green-button-${codeOf(household)}.xml"`,
    )
    expect((await portal.get('/accounts/K7Q29-XMD4T-H/green-button.xml')).status).toBe(404)
    expect(await portal.text(`/accounts/${codeOf(household)}`)).toContain(
      `href="${address(household)}" download`,
    )
  })
})

test('a reading’s quality is told by who read the meter, and whether it was corrected', () => {
  const of = (kind: number, isCorrected = false) => qualityOf({ kind, isCorrected })
  expect([of(0), of(1), of(2), of(3), of(0, true)]).toEqual([19, 18, 8, 18, 7])
})
