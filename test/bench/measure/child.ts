import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A program being measured. `await using` ends it. */
export interface Child extends AsyncDisposable {
  readonly pid: number
  /** Everything it wrote to either output. */
  readonly output: () => string
  /** Most memory it has held so far, in bytes; 0 where the system doesn't say. */
  readonly peakMemory: () => number
  /** What it holds now, likewise. */
  readonly memory: () => number
  /** Resolves when the address answers 200. Throws what the program wrote, if it ends before. */
  readonly until200: (url: string) => Promise<void>
}

export const startChild = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env: NodeJS.ProcessEnv },
): Child => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close')
  let isOver = false
  void ended.then(() => (isOver = true))
  const pid = child.pid ?? 0
  return {
    pid,
    output: () => output,
    peakMemory: () => memoryOf(pid, 'VmHWM'),
    memory: () => memoryOf(pid, 'VmRSS'),
    until200: async (url) => {
      for (;;) {
        if (isOver) throw new Error(`${command} ${args.join(' ')} ended:\n${output.slice(-4_000)}`)
        const status = await fetch(url).then(
          async (answer) => (await answer.arrayBuffer(), answer.status),
          () => 0,
        )
        if (status === 200) return
        await sleep(20)
      }
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(patience)
    },
  }
}

const memoryOf = (pid: number, line: 'VmHWM' | 'VmRSS'): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return 1024 * Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
