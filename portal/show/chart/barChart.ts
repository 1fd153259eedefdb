import { html, type Markup, nothing } from '../../markup.ts'
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
  /** `small` where several stand beside one another. */
  readonly size?: keyof typeof sizes
}

/** All in the drawing's own pixels; the page scales it to its column. */
const sizes = {
  usual: { width: 360, height: 176, left: 54, bottom: 34, labels: 6, lines: 4n },
  small: { width: 144, height: 100, left: 36, bottom: 32, labels: 3, lines: 2n },
} as const
const TOP = 8

/** Bars side by side as an SVG that needs no script. Values stay whole numbers up to their last step, into pixels. */
export const barChart = ({
  id,
  title,
  described,
  groups,
  unit,
  tick,
  size = 'usual',
}: BarChart): Markup => {
  const { width, height, left, bottom, labels, lines } = sizes[size]
  const ticks = ticksFor(
    groups.flatMap(({ bars }) => bars.map(({ value }) => value)),
    unit,
    lines,
  )
  const yOf = scale(ticks[0] ?? 0n, ticks.at(-1) ?? 1n, height - TOP - bottom)
  const step = (width - left) / Math.max(1, groups.length)
  const labelled = Math.ceil(groups.length / labels)
  const used = fills.filter((fill) =>
    groups.some(({ bars }) => bars.some((bar) => bar.fill === fill)),
  )
  const lineAt = (value: bigint) => `M${left} ${yOf(value)}H${width}`
  const across = ticks.filter((value) => value !== 0n).map(lineAt)
  return html`<svg
    class="chart"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
    viewBox="0 0 ${width} ${height}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${described}</desc>
    ${patterns(id, used)}
    <path class="across" d="${across.join('')}" />
    <path class="axis" d="${lineAt(0n)}" />
    ${ticks.map(
      (value) =>
        html`<text class="at-left" x="${left - 6}" y="${pixels(yOf(value) + 4)}"
          >${tick(value)}</text
        >`,
    )}${used.map((fill) => {
      const bars = groups.flatMap((group, i) =>
        barsOf(group, fill, { from: left + i * step, across: step, yOf }),
      )
      return bars.length === 0
        ? ''
        : html`<path class="bar" fill="${filling(id, fill)}" d="${bars.join('')}" />`
    })}${groups.map((group, i) => {
      if (i % labelled !== 0) return ''
      const place = { middle: left + (i + 0.5) * step, top: height - bottom }
      return labelOf(group, place, groups[i - labelled]?.more)
    })}
  </svg>`
}

/** A sample of a filling, for the key below a chart. */
export const swatch = (id: string, fill: Fill): Markup =>
  html`<svg class="swatch" aria-hidden="true" viewBox="0 0 18 12">
    <rect class="bar" x="0.5" y="0.5" width="17" height="11" fill="${filling(id, fill)}" />
  </svg>`

const labelOf = (
  { label, more }: BarGroup,
  { middle, top }: { readonly middle: number; readonly top: number },
  before: string | undefined,
): Markup => {
  const first = html`<text x="${pixels(middle)}" y="${top + 15}">${label}</text>`
  if (more === before) return first
  return html`${first}<text x="${pixels(middle)}" y="${top + 29}">${more}</text>`
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

const patterns = (id: string, used: readonly Fill[]): Markup => {
  const hatched = html`<pattern
    id="${id}-hatched"
    width="5"
    height="5"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
    ><path class="stroke" d="M1 0V5"
  /></pattern>`
  const dotted = html`<pattern id="${id}-dotted" width="5" height="5" patternUnits="userSpaceOnUse"
    ><circle class="dotted" cx="2.5" cy="2.5" r="1"
  /></pattern>`
  const needed = [used.includes('hatched') ? hatched : '', used.includes('dotted') ? dotted : '']
  return needed.every((each) => each === '') ? nothing : html`<defs>${needed}</defs>`
}

/** From a value to a height on the drawing. */
const scale = (lowest: bigint, highest: bigint, pixels: number) => {
  const room = BigInt(pixels) * 10n
  return (value: bigint): number =>
    TOP + Number(((highest - value) * room) / (highest - lowest)) / 10
}

const pixels = (value: number): number => Math.round(value * 10) / 10
