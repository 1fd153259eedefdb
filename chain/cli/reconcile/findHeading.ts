import { BadInput } from '../exit.ts'
import type { ColumnMap } from './columnMap.ts'
import { type Places, placesIn } from './heading.ts'

/** A statement's heading: its line (the first of the file being 1), its names, and the map that fits it. */
export type Heading = {
  readonly line: number
  readonly delimiter: string
  readonly names: readonly string[]
  readonly places: Places
  readonly map: ColumnMap
}

const DELIMITERS = [',', '\t', ';', '|']
/** Banks put their address and the account's before the table. */
const AMONG_FIRST = 60

/** The first line that is a heading to one of the maps. Throws `BadInput` where none is. */
export function findHeading(path: string, text: string, maps: readonly ColumnMap[]): Heading {
  const lines = firstLines(text)
  for (const [at, line] of lines.entries()) {
    for (const delimiter of DELIMITERS) {
      const names = line.split(delimiter).map(unquoted)
      if (names.length < 3) continue
      for (const map of maps) {
        const places = placesIn(names, map)
        if (!('lacks' in places)) return { line: at + 1, delimiter, names, places, map }
      }
    }
  }
  const [only, ...more] = maps
  if (only !== undefined && more.length === 0) {
    throw new BadInput(
      `None of the first ${lines.length} lines of ${path} is a heading of "${only.name}"${nearest(lines, only)}: check the names in the map.`,
    )
  }
  throw new BadInput(
    `None of the first ${lines.length} lines of ${path} is a heading that is known (${maps.map(({ name }) => name).join(', ')}): describe its columns with --map; see --help.`,
  )
}

/** What the line that fits best lacks, in words. */
function nearest(lines: readonly string[], map: ColumnMap): string {
  for (const line of lines) {
    const names = line.split(DELIMITERS.find((each) => line.split(each).length > 2) ?? ',')
    const found = placesIn(names.map(unquoted), map)
    if ('lacks' in found && placesOnlyDay(names.map(unquoted), map))
      return ` (a line has the day, but no column ${found.lacks})`
  }
  return ''
}

const placesOnlyDay = (names: readonly string[], map: ColumnMap): boolean =>
  !('lacks' in placesIn(names, { ...map, references: [], text: [], money: { amount: map.day } }))

function firstLines(text: string): string[] {
  const lines = text.slice(0, 64 * 1024).split(/\r\n|\n|\r/, AMONG_FIRST)
  return lines.map((line) => line.replace(/^\uFEFF/, ''))
}

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
