import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who Postgres runs as where we are root, which it refuses: the first of these that the machine has. */
const CANDIDATES = ['postgres', 'nobody']

export interface User {
  name: string
  uid: number
  gid: number
}

/** How to start a program of Postgres: the command as it is, or on behalf of another user. */
export type CommandFor = (
  program: string,
  args: string[],
) => {
  command: string
  args: string[]
  options: { uid?: number; gid?: number }
}

/** The user Postgres must run as, or undefined where we are no root and run it ourselves. */
export const findUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const found = users.find((fields) => fields[0] === name)
    if (found !== undefined) return { name, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new NoUser()
}

/**
 * Commands as that user. Where a folder on the way is closed to it (a repository in /root), `setpriv` lets Postgres pass
 * with the one capability it takes, rather than us opening root's folders to everybody.
 * @param paths Folders and files that it must reach.
 */
export const commandsAs = (user: User | undefined, paths: string[]): CommandFor => {
  if (user === undefined) return (command, args) => ({ command, args, options: {} })
  const closed = paths.map(closedFolder).find((folder) => folder !== undefined)
  const { uid, gid } = user
  if (closed === undefined) return (command, args) => ({ command, args, options: { uid, gid } })
  const pass = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const carry = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const usable = spawnSync('setpriv', [...pass, ...carry, 'true'], { stdio: 'ignore' }).status === 0
  if (!usable) throw new ClosedFolder(closed, user.name)
  return (command, args) => ({
    command: 'setpriv',
    args: [...pass, ...carry, command, ...args],
    options: {},
  })
}

/** The outermost folder above `path` that others may not enter. */
const closedFolder = (path: string): string | undefined => {
  const parent = dirname(path)
  if (parent === path) return undefined
  const above = closedFolder(parent)
  if (above !== undefined) return above
  return (statSync(parent).mode & 0o001) === 0 ? parent : undefined
}

export class NoUser extends Error {
  constructor() {
    super(
      `Postgres refuses to run as root, and this machine has no user ${CANDIDATES.join(' or ')} to run it as: start as an ordinary user, or set DATABASE_URL.`,
    )
    this.name = 'NoUser'
  }
}

export class ClosedFolder extends Error {
  readonly folder: string

  constructor(folder: string, user: string) {
    super(
      `Postgres refuses to run as root, and ${user}, as whom it runs, may not enter ${folder}: set WATTLEDGER_HOME and the repository outside it, start as an ordinary user, or set DATABASE_URL.`,
    )
    this.name = 'ClosedFolder'
    this.folder = folder
  }
}
