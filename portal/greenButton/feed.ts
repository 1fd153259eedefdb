import { createHash } from 'node:crypto'
import type { Hex } from '../../contracts/events/hex.ts'
import { startOfDay } from '../../contracts/rules/day.ts'
import type { Measured } from '../account/measured.ts'
import type { DayNumber } from '../../contracts/rules/units.ts'
import type { Markup } from '../markup.ts'
import { element, elements } from './element.ts'
import { qualityOf } from './quality.ts'

/** What a Green Button file of an account is made from. */
export interface GreenButton {
  readonly account: Hex
  readonly code: string
  /** Every day that was charged once, in order. */
  readonly stretches: readonly Measured[]
  /** Of the block that it goes up to, in seconds since 1970. */
  readonly timestamp: number
}

const ATOM = 'http://www.w3.org/2005/Atom'
const ESPI = 'http://naesb.org/espi'

/** Seconds that India's clock is ahead of UTC, all year. */
const INDIA = 19_800
/** Costs are hundred-thousandths of the currency: a paisa is 1,000 of them. */
const A_PAISA = 1_000n

/**
 * An account's consumption as Green Button data (NAESB REQ.21 ESPI 1.1): one Atom feed of UsagePoint, MeterReading,
 * ReadingType, IntervalBlock and LocalTimeParameters, for other programs to read. Times are seconds since 1970 in UTC,
 * energy is Wh as on the ledger, nothing is rounded. Nothing in it names a person.
 */
export const greenButtonFeed = ({ account, code, stretches, timestamp }: GreenButton): string => {
  const point = `${ROOT}/RetailCustomer/${code}/UsagePoint`
  const reading = `${point}/1/MeterReading`
  const block = `${reading}/1/IntervalBlock`
  const type = `${ROOT}/ReadingType`
  const clock = `${ROOT}/LocalTimeParameters`
  const updated = new Date(timestamp * 1000).toISOString()
  const resources: Resource[] = [
    {
      up: point,
      related: [`${point}/1/MeterReading`, `${clock}/1`],
      title: `Account ${code}`,
      content: espi('UsagePoint', element('ServiceCategory', element('kind', ELECTRICITY))),
    },
    { up: clock, related: [], title: 'India Standard Time', content: INDIA_STANDARD_TIME },
    {
      up: reading,
      related: stretches.length === 0 ? [`${type}/1`] : [block, `${type}/1`],
      title: 'Energy charged by the ledger',
      content: espi('MeterReading'),
    },
    { up: type, related: [], title: 'Energy delivered, Wh', content: READING_TYPE },
  ]
  if (stretches.length > 0)
    resources.push({ up: block, related: [], title: 'Readings', content: intervals(stretches) })
  const feed = element(
    'feed',
    [
      element('id', uuid(account, 'feed')),
      element('title', `Green Button usage of account ${code}`),
      element('updated', updated),
      link('self', point),
      ...resources.map((resource) => entryOf(account, updated, resource)),
    ],
    { xmlns: ATOM },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${feed.text}\n`
}

/** Resources are named as the standard's own service would: in a file the names tell only what belongs together. */
const ROOT = '/espi/1_1/resource'

/** The first of the collection `up`. */
interface Resource {
  readonly up: string
  readonly related: readonly string[]
  readonly title: string
  readonly content: Markup
}

const entryOf = (account: Hex, updated: string, resource: Resource): Markup =>
  element('entry', [
    element('id', uuid(account, `${resource.up}/1`)),
    link('self', `${resource.up}/1`),
    link('up', resource.up),
    ...resource.related.map((href) => link('related', href)),
    element('title', resource.title),
    element('content', resource.content),
    ...elements({ published: updated, updated }),
  ])

const link = (rel: string, href: string): Markup => element('link', '', { rel, href })

const espi = (name: string, inside?: Markup | readonly Markup[]): Markup =>
  element(name, inside, { xmlns: ESPI })

const ELECTRICITY = 0

/** Without summer time: its rules are all ones, by which they don't apply. */
const INDIA_STANDARD_TIME = espi(
  'LocalTimeParameters',
  elements({
    dstEndRule: 'FFFFFFFF',
    dstOffset: 0,
    dstStartRule: 'FFFFFFFF',
    tzOffset: INDIA,
  }),
)

/** In the standard's numbers: change in energy since the reading before, in Wh, of a billing period of any length. */
const READING_TYPE = espi(
  'ReadingType',
  elements({
    accumulationBehaviour: 4, // delta data
    commodity: 1, // electricity
    currency: 356, // INR, by ISO 4217
    dataQualifier: 12, // normal
    flowDirection: 1, // to the consumer
    kind: 12, // energy
    powerOfTenMultiplier: 0,
    timeAttribute: 8, // billing period
    uom: 72, // Wh
  }),
)

const intervals = (stretches: readonly Measured[]): Markup =>
  espi('IntervalBlock', [
    element('interval', daysOf(stretches.map(({ start, end }) => [start, end] as const))),
    ...stretches.map((stretch) =>
      element('IntervalReading', [
        element('cost', stretch.gross * A_PAISA),
        element('ReadingQuality', element('quality', qualityOf(stretch))),
        element('timePeriod', daysOf([[stretch.start, stretch.end]])),
        element('value', stretch.wh),
      ]),
    ),
  ])

const A_DAY = 86_400

/** From the first of these days to the last, in seconds; a session that began where another of its day ended, takes that day. */
const daysOf = (stretches: readonly (readonly [start: DayNumber, end: DayNumber])[]): Markup[] => {
  const from = Math.min(...stretches.map(([start]) => startOfDay(start)))
  const to = Math.max(...stretches.map(([, end]) => startOfDay(end)))
  return elements({ duration: Math.max(to - from, A_DAY), start: from })
}

/** The same resource of the same account has the same name in every file: a UUID of version 5 (RFC 9562). */
const uuid = (account: Hex, resource: string): string => {
  const hash = createHash('sha1').update(NAMESPACE_URL).update(`wattledger:${account}${resource}`)
  const bytes = hash.digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ]
  return `urn:uuid:${groups.join('-')}`
}

/** The namespace of names that are addresses, as RFC 9562 gives it. */
const NAMESPACE_URL = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')
