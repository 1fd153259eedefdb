import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Running {
  pid: number
  port: number
}

/**
 * The server that postmaster.pid names, if that process lives. One left by a kill -9 may name a process number that now
 * belongs to something else; then the file is removed, since Postgres would refuse to start over it.
 */
export const readLockFile = (dataFolder: string): Running | undefined => {
  const path = join(dataFolder, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(path, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (isAlive(pid) && mayBePostgres(pid)) return { pid, port }
  rmSync(path, { force: true })
  return undefined
}

/** Whether a process lives; one of another user does too. */
const isAlive = (pid: number): boolean => {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Only Linux tells; elsewhere it may be. A process that ended and was not collected yet has no program any more. */
const mayBePostgres = (pid: number): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/exe`).includes('postgres')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' || !existsSync('/proc/self/exe')
  }
}
