import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * One process at a time numbers, signs and sends for a key. The lock is a file with the holder's process id; one whose
 * holder is gone is taken over. For `await using`. Throws `KeyInUse` after `patienceMs`.
 */
export async function lockKey(
  home: string,
  address: string,
  { patienceMs = 60_000, onWait = (_holder: number) => {} } = {},
): Promise<AsyncDisposable> {
  const folder = join(home, 'journal')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${address.toLowerCase()}.lock`)
  const mine = `${process.pid} ${(await processBirth(process.pid)) ?? ''} ${randomBytes(8).toString('hex')}`
  const deadline = Date.now() + patienceMs
  let told = false
  while (!(await take(path, mine))) {
    const holder = await readFile(path, 'utf8').catch(() => undefined)
    if (holder === undefined) continue
    if (!(await isAlive(holder))) {
      await takeAway(path, holder)
      continue
    }
    const pid = Number(holder.split(' ')[0])
    if (!told) onWait(pid)
    told = true
    if (Date.now() > deadline) throw new KeyInUse(address, pid, path)
    await sleep(25)
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
}

/** Puts the file there whole, or not at all where there is one: a holder without a number could not be asked after. */
async function take(path: string, mine: string): Promise<boolean> {
  const draft = `${path}.${mine.split(' ').at(-1)}`
  try {
    await writeFile(draft, mine, { mode: 0o600 })
    await link(draft, path)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  } finally {
    await rm(draft, { force: true })
  }
}

/** Removes a dead holder's lock. Another process may have done so and taken it meanwhile: that one is put back. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomBytes(8).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return // Somebody else was faster.
  }
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid = '', birth = ''] = holder.split(' ')
  try {
    process.kill(Number(pid), 0)
  } catch (cause) {
    // EPERM: it lives, and is another user's.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
  // Process numbers come round again, in containers at once: only with the same birth it is the same process.
  return birth === '' || (await processBirth(Number(pid))) === birth
}

/** When a process began, in clock ticks since boot (Linux, proc_pid_stat(5) field 22); undefined elsewhere. */
async function processBirth(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is the program's name in parentheses and may hold spaces.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}

export class KeyInUse extends Error {
  override name = 'KeyInUse'
  readonly address: string
  readonly pid: number

  constructor(address: string, pid: number, path: string) {
    super(
      `Process ${pid} is using the key ${address}: wait for it and try again, or end it. If there is no such process, remove ${path}.`,
    )
    this.address = address
    this.pid = pid
  }
}
