import { Presets, SingleBar } from 'cli-progress'
import { remark } from './output.ts'

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Shows what is waited for, on a terminal's stderr; elsewhere nothing. For `using`. */
export function progress(what: () => string): Disposable {
  if (!process.stderr.isTTY || isBarShown) return { [Symbol.dispose]: () => {} }
  const began = Date.now()
  let frame = 0
  const timer = setInterval(() => {
    const seconds = Math.floor((Date.now() - began) / 1000)
    frame = (frame + 1) % FRAMES.length
    process.stderr.write(`\r${FRAMES[frame] ?? ''} ${what()} ${seconds} s`)
  }, 120)
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer)
      process.stderr.write('\r\u001B[K')
    },
  }
}

let isBarShown = false

/** Where stderr is no terminal, a line this often. */
const LINE_EVERY_MS = 10_000

/** A bar for long work of so many rows (or what `unit` says), on stderr; other waiting is not shown meanwhile. For `using`. */
export function progressBar(
  what: string,
  total: number,
  unit = 'rows',
): Disposable & { done: (rows: number) => void } {
  if (!process.stderr.isTTY) {
    let last = Date.now()
    let rows = 0
    return {
      done: (more) => {
        rows += more
        if (Date.now() - last < LINE_EVERY_MS) return
        last = Date.now()
        remark(`${what}: ${rows} of ${total} ${unit}.`)
      },
      [Symbol.dispose]: () => {},
    }
  }
  const format = `${what} {bar} {percentage} % | {value} of {total} ${unit} | {eta_formatted} left`
  const bar = new SingleBar({ format, stream: process.stderr }, Presets.shades_classic)
  bar.start(total, 0)
  isBarShown = true
  return {
    done: (rows) => bar.increment(rows),
    [Symbol.dispose]: () => {
      isBarShown = false
      bar.stop()
    },
  }
}
