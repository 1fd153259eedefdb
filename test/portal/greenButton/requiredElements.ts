/**
 * What a Green Button file must hold, by the rules of NAESB REQ.21 ESPI 1.1 and of Atom (RFC 4287), written down here because
 * the schema itself may not be passed on. A path leads from the feed; `order` are its children in the order that the schema
 * asks for; `text` is what it may say.
 */
export interface Required {
  readonly path: string
  readonly namespace: 'atom' | 'espi'
  /** How many there must be in a file; at least one where nothing is said. */
  readonly times?: number
  readonly order?: readonly string[]
  readonly text?: RegExp
}

export const namespaces = { atom: 'http://www.w3.org/2005/Atom', espi: 'http://naesb.org/espi' }

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const WHOLE = /^\d+$/
/** In seconds; of none nothing can be consumed. */
const DURATION = /^[1-9]\d*$/
const SIGNED = /^-?\d+$/
const content = 'entry/content'

export const requiredOfFeed: readonly Required[] = [
  { path: 'id', namespace: 'atom', times: 1, text: UUID },
  { path: 'title', namespace: 'atom', times: 1, text: /./ },
  { path: 'updated', namespace: 'atom', times: 1, text: INSTANT },
  { path: 'link', namespace: 'atom', times: 1 },
  { path: 'entry', namespace: 'atom' },
  { path: 'entry/id', namespace: 'atom', text: UUID },
  { path: 'entry/link', namespace: 'atom' },
  { path: 'entry/title', namespace: 'atom', text: /./ },
  { path: 'entry/published', namespace: 'atom', text: INSTANT },
  { path: 'entry/updated', namespace: 'atom', text: INSTANT },
  { path: content, namespace: 'atom' },
  { path: `${content}/UsagePoint`, namespace: 'espi', times: 1, order: ['ServiceCategory'] },
  { path: `${content}/UsagePoint/ServiceCategory/kind`, namespace: 'espi', text: /^0$/ },
  {
    path: `${content}/LocalTimeParameters`,
    namespace: 'espi',
    times: 1,
    order: ['dstEndRule', 'dstOffset', 'dstStartRule', 'tzOffset'],
  },
  { path: `${content}/LocalTimeParameters/tzOffset`, namespace: 'espi', text: /^19800$/ },
  { path: `${content}/MeterReading`, namespace: 'espi', times: 1, order: [] },
  {
    path: `${content}/ReadingType`,
    namespace: 'espi',
    times: 1,
    order: [
      'accumulationBehaviour',
      'commodity',
      'currency',
      'dataQualifier',
      'flowDirection',
      'kind',
      'powerOfTenMultiplier',
      'timeAttribute',
      'uom',
    ],
  },
  { path: `${content}/ReadingType/uom`, namespace: 'espi', text: /^72$/ },
  { path: `${content}/ReadingType/powerOfTenMultiplier`, namespace: 'espi', text: /^0$/ },
  { path: `${content}/ReadingType/currency`, namespace: 'espi', text: /^356$/ },
  { path: `${content}/ReadingType/flowDirection`, namespace: 'espi', text: /^1$/ },
]

/** The same of a file that has readings. */
export const requiredOfReadings: readonly Required[] = [
  { path: `${content}/IntervalBlock`, namespace: 'espi', times: 1 },
  { path: `${content}/IntervalBlock/interval`, namespace: 'espi', order: ['duration', 'start'] },
  { path: `${content}/IntervalBlock/interval/duration`, namespace: 'espi', text: DURATION },
  { path: `${content}/IntervalBlock/interval/start`, namespace: 'espi', text: SIGNED },
  {
    path: `${content}/IntervalBlock/IntervalReading`,
    namespace: 'espi',
    order: ['cost', 'ReadingQuality', 'timePeriod', 'value'],
  },
  { path: `${content}/IntervalBlock/IntervalReading/cost`, namespace: 'espi', text: SIGNED },
  {
    path: `${content}/IntervalBlock/IntervalReading/ReadingQuality/quality`,
    namespace: 'espi',
    text: /^(7|8|18|19)$/,
  },
  {
    path: `${content}/IntervalBlock/IntervalReading/timePeriod`,
    namespace: 'espi',
    order: ['duration', 'start'],
  },
  {
    path: `${content}/IntervalBlock/IntervalReading/timePeriod/duration`,
    namespace: 'espi',
    text: DURATION,
  },
  { path: `${content}/IntervalBlock/IntervalReading/value`, namespace: 'espi', text: WHOLE },
]
