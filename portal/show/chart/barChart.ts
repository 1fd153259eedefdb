import { html, type Markup } from '../../markup.ts'
import { ticksFor } from './ticks.ts'

/** By pattern, never by colour alone. */
const fills = ['solid', 'hatched', 'dotted'] as const
export type Fill = (typeof fills)[number]

export interface BarGroup {
  /** Below the bars, where there is room; the second line where it is another than the last that stands there. */
  readonly label: string
  readonly more: string
  readonly bars: readonly { readonly value: bigint; readonly fill: Fill }[]
}

export interface BarChart {
  /** Of this chart alone on its page. */
  readonly id: string
  readonly title: string
  /** All that a person needs who doesn't see it, in a sentence or two. */
  readonly described: string
  readonly groups: readonly BarGroup[]
  /** The least step between lines across, and how a line is named. */
  readonly unit: bigint
  readonly tick: (value: bigint) => string
}

/** All in the drawing's own pixels; the page scales it to its column. */
const WIDTH = 360
const HEIGHT = 176
const LEFT = 54
const TOP = 8
const BOTTOM = 34
/** Labels that stand beside each other without touching. */
const LABELS = 6

/** Bars side by side as an SVG that needs no script. Values stay whole numbers up to their last step, into pixels. */
export const barChart = ({ id, title, described, groups, unit, tick }: BarChart): Markup => {
  const ticks = ticksFor(
    groups.flatMap(({ bars }) => bars.map(({ value }) => value)),
    unit,
  )
  const yOf = scale(ticks[0] ?? 0n, ticks.at(-1) ?? 1n)
  const across = (WIDTH - LEFT) / Math.max(1, groups.length)
  const labelled = Math.ceil(groups.length / LABELS)
  return html`<svg
    class="chart"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    xmlns="http://www.w3.org/2000/svg"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${described}</desc>
    ${patterns(id)}${ticks.map(
      (value) =>
        html`<line
            class="${value === 0n ? 'axis' : 'across'}"
            x1="${LEFT}"
            x2="${WIDTH}"
            y1="${yOf(value)}"
            y2="${yOf(value)}"
          /><text class="at-left" x="${LEFT - 6}" y="${yOf(value) + 4}">${tick(value)}</text>`,
    )}${fills.map((fill) => {
      const bars = groups.flatMap((group, i) =>
        barsOf(group, fill, { from: LEFT + i * across, across, yOf }),
      )
      return bars.length === 0
        ? ''
        : html`<path class="bar" fill="${filling(id, fill)}" d="${bars.join('')}" />`
    })}${groups.map((group, i) => {
      if (i % labelled !== 0) return ''
      return labelOf(group, LEFT + (i + 0.5) * across, groups[i - labelled]?.more)
    })}
  </svg>`
}

/** A sample of a filling, for the key below a chart. */
export const swatch = (id: string, fill: Fill): Markup =>
  html`<svg class="swatch" aria-hidden="true" viewBox="0 0 18 12">
    <rect class="bar" x="0.5" y="0.5" width="17" height="11" fill="${filling(id, fill)}" />
  </svg>`

const labelOf = ({ label, more }: BarGroup, middle: number, before: string | undefined): Markup => {
  const first = html`<text x="${pixels(middle)}" y="${HEIGHT - BOTTOM + 15}">${label}</text>`
  if (more === before) return first
  return html`${first}<text x="${pixels(middle)}" y="${HEIGHT - BOTTOM + 29}">${more}</text>`
}

interface Place {
  readonly from: number
  readonly across: number
  readonly yOf: (value: bigint) => number
}

/** The bars of one fill as pieces of a path: each as an element of its own would outweigh all else. Four fifths of a group's width are bars. */
const barsOf = ({ bars }: BarGroup, fill: Fill, { from, across, yOf }: Place): string[] =>
  bars.flatMap((bar, i) => {
    if (bar.fill !== fill || bar.value === 0n) return []
    const width = pixels((across * 0.8) / bars.length)
    const [a, b] = [yOf(bar.value), yOf(0n)]
    const height = pixels(Math.max(1, Math.abs(a - b)))
    return `M${pixels(from + across * 0.1 + i * width)} ${Math.min(a, b)}h${width}v${height}h-${width}z`
  })

const filling = (id: string, fill: Fill): string =>
  fill === 'solid' ? 'currentColor' : `url(#${id}-${fill})`

const patterns = (id: string): Markup =>
  html`<defs
    ><pattern
      id="${id}-hatched"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
      ><path class="stroke" d="M1 0V5" /></pattern
    ><pattern id="${id}-dotted" width="5" height="5" patternUnits="userSpaceOnUse"
      ><circle class="dotted" cx="2.5" cy="2.5" r="1" /></pattern
  ></defs>`

/** From a value to a height on the drawing. */
const scale = (lowest: bigint, highest: bigint) => {
  const room = BigInt(HEIGHT - TOP - BOTTOM) * 10n
  return (value: bigint): number =>
    TOP + Number(((highest - value) * room) / (highest - lowest)) / 10
}

const pixels = (value: number): number => Math.round(value * 10) / 10
