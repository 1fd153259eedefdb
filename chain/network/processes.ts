import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { replaceDurably } from '../journal/durableFile.ts'
import { logPath } from './logs.ts'
import { NetworkError } from './networkError.ts'

/**
 * Processes of a home's network, found again by later commands: run/NAME.json holds the process id, and `mark`, a path
 * of this home that stands in the process's command line. An id that was given to another program since isn't ours.
 */
export type Run = {
  readonly name: string
  readonly pid: number
  readonly mark: string
  /** The command that stays with it in the foreground, or null. */
  readonly owner: Owner | null
}

export type Owner = { readonly pid: number; readonly command: string }

export type Start = {
  readonly home: string
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly mark: string
  readonly owner: Owner | null
}

/** Starts a process that outlives this one; its output goes to logs/NAME.log. Throws `NetworkError`. */
export async function startProcess(start: Start): Promise<ChildProcess> {
  const { home, name, program, args, mark, owner } = start
  const log = logPath(home, name)
  mkdirSync(path.dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  // A group of its own: Ctrl-C reaches only the command, which stops its nodes in order.
  const child = spawn(program, args, {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  try {
    await once(child, 'spawn')
  } catch (cause) {
    throw new NetworkError(
      `${program} can't be run for ${name}: check that it is a program for this machine.`,
      { cause },
    )
  }
  child.unref()
  await replaceDurably(
    runPath(home, name),
    `${JSON.stringify({ name, pid: child.pid ?? 0, mark, owner } satisfies Run)}\n`,
  )
  return child
}

/** The process of that name, if it still runs. */
export async function findRun(home: string, name: string): Promise<Run | undefined> {
  const text = await readFile(runPath(home, name), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const run = JSON.parse(text) as Run
  return (await isRunning(run)) ? run : undefined
}

/** All of them that still run. */
export async function findRuns(home: string): Promise<Run[]> {
  const files = await readdir(path.join(home, 'run')).catch(() => [])
  const runs = await Promise.all(
    files
      .filter((file) => /^[a-z]+\.json$/.test(file))
      .map((file) => findRun(home, file.slice(0, -'.json'.length))),
  )
  return runs.filter((run) => run !== undefined)
}

/** This process, as the owner of those it starts. */
export async function thisOwner(): Promise<Owner> {
  return { pid: process.pid, command: (await commandLineOf(process.pid)) ?? '' }
}

/** Whether the command that stays with a process still runs. */
export async function hasOwner({ owner }: Run): Promise<boolean> {
  return owner !== null && (await commandLineOf(owner.pid)) === owner.command
}

/** Asks a process to end, kills it after 20 s, and waits. On Windows, which has no SIGTERM, it ends at once. */
export async function stopRun(home: string, run: Run): Promise<void> {
  signal(run.pid, 'SIGTERM')
  if (!(await hasEnded(run, 20_000))) {
    signal(run.pid, 'SIGKILL')
    await hasEnded(run, 5_000)
  }
  await rm(runPath(home, run.name), { force: true })
}

/** Command line of a process, or undefined where there is none (any more). */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    // Empty for a process that ended and that nobody has waited for.
    return line === '' ? undefined : line.replaceAll('\0', ' ')
  }
  const answer = await promisify(execFile)(
    ...(process.platform === 'win32' ? askWindows(pid) : askUnix(pid)),
  ).catch(() => null)
  const line = answer?.stdout.trim() ?? ''
  return line === '' ? undefined : line
}

type Question = [program: string, args: string[]]
const askUnix = (pid: number): Question => ['ps', ['-ww', '-o', 'command=', '-p', String(pid)]]
const askWindows = (pid: number): Question => [
  'powershell.exe',
  [
    '-NoProfile',
    '-Command',
    `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
  ],
]

const runPath = (home: string, name: string) => path.join(home, 'run', `${name}.json`)

async function isRunning({ pid, mark }: Run): Promise<boolean> {
  return (await commandLineOf(pid))?.includes(mark) ?? false
}

async function hasEnded(run: Run, patience: number): Promise<boolean> {
  const end = Date.now() + patience
  while (await isRunning(run)) {
    if (Date.now() > end) return false
    await sleep(50)
  }
  return true
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // Ended in this moment.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
