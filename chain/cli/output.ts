import { writeSync } from 'node:fs'
import type { Settings } from './settings.ts'

/** Results go to stdout, as lines for people or, with `--json`, as one JSON value; everything else goes to stderr. */

/** `value` may hold bigints; they become strings of digits. */
export function present(settings: Pick<Settings, 'isJson'>, value: unknown, lines: string[]): void {
  write(1, settings.isJson ? toJson(value) : lines.join('\n'))
}

/** A remark that is no part of the result. */
export const remark = (line: string): void => write(2, line)

export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? member.toString() : member,
  )

/** Rows under headings; `>` before a heading aligns its column to the right. */
export function table(headings: string[], rows: string[][]): string[] {
  const right = headings.map((heading) => heading.startsWith('>'))
  return columns([headings.map((heading) => heading.replace('>', '')), ...rows], right)
}

/** Rows with their cells aligned, to the right where `right` says so. */
export function columns(rows: string[][], right: boolean[]): string[] {
  const widths = right.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return right[column] === true ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Written before it returns, so that what was reported is known to have been reported. */
function write(descriptor: 1 | 2, text: string): void {
  let rest = Buffer.from(`${text}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (cause) {
      // A full pipe that somebody reads slowly; a closed one is the reader's wish.
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw cause
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}
