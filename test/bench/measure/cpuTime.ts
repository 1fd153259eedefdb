import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its own clock. */
const TICKS_PER_SECOND = 100

/** Seconds of processor time that a process and all below it, living and ended, have taken; 0 where /proc is none. */
export const cpuSecondsOf = (pid: number): number => {
  const all = processes()
  const below = (parent: number): number =>
    [...all.values()]
      .filter((one) => one.parent === parent)
      .reduce((sum, one) => sum + one.seconds + below(one.pid), 0)
  return (all.get(pid)?.seconds ?? 0) + below(pid)
}

const processes = () => {
  const found = new Map<number, { pid: number; parent: number; seconds: number }>()
  for (const name of folders()) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The program's name, in brackets, may hold anything.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
      const pid = Number(name)
      found.set(pid, { pid, parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND })
    } catch {
      // It ended meanwhile.
    }
  }
  return found
}

const folders = (): string[] => {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}
