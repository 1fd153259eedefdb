import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { createClient } from '../connect.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { readLockFile } from './lockFile.ts'
import { commandsAs, findUser, type CommandFor } from './unprivileged.ts'

const USER = 'wattledger'
/** An eighth of the memory for pages of tables, a gigabyte at most; taken as they are read, not before. */
const BUFFERS_MB = Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 8)))

/**
 * No Unix socket: two homes would meet in /tmp. Reads are of files that the system mostly has in memory: to hand each to a
 * worker, as Postgres 18 does unless told, costs more than the read.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: `${BUFFERS_MB}MB`,
  io_method: 'sync',
}

export interface Server {
  /** Connection string of its superuser, to the database asked for. */
  url: string
  /** Whether it ran already, having outlived the program that started it. */
  resumed: boolean
  /** Stops it cleanly: open transactions are rolled back, everything is on disk. */
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Folder that holds the cluster, its password and its log. Made where it is missing. */
  folder: string
  port: number
  /** Made where it is missing. */
  database: string
}

/**
 * Starts the Postgres that npm brought, on a cluster kept in `folder`, or takes up the one that still runs on it.
 * Errors: `PortTaken`, `ServerFailed`, and those of binaries.ts and unprivileged.ts.
 */
export const startServer = async ({ folder, port, database }: ServerOptions): Promise<Server> => {
  const binaries = await findBinaries()
  await mkdir(folder, { recursive: true })
  const data = join(folder, 'data')
  const command = commandsAs(findUser(), [data, binaries.postgres])
  const password = await ensureCluster({ folder, data, binaries, command })
  const running = readLockFile(data)
  if (running === undefined) await startPostgres({ folder, data, port, binaries, command })
  const urlOf = (name: string) =>
    `postgres://${USER}:${password}@127.0.0.1:${running?.port ?? port}/${name}`
  const admin = await answering(urlOf('postgres'), data)
  await ensureDatabase(admin, database)
  await admin.end()
  return {
    url: urlOf(database),
    resumed: running !== undefined,
    stop: () => run(command, binaries.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60']),
  }
}

interface Cluster {
  folder: string
  data: string
  binaries: Binaries
  command: CommandFor
}

/** Makes the cluster where there is none, whole or not at all, and returns its password. */
const ensureCluster = async ({ folder, data, binaries, command }: Cluster): Promise<string> => {
  const passwordFile = join(folder, 'password')
  if (existsSync(data)) return readFile(passwordFile, 'utf8')
  const draft = join(folder, 'data.unfinished')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, password, { mode: 0o600 })
  const user = findUser()
  if (user !== undefined) {
    await chown(draft, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  await chmod(passwordFile, 0o600)
  await run(command, binaries.initdb, [
    `--pgdata=${draft}`,
    `--pwfile=${passwordFile}`,
    `--username=${USER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ])
  await rename(draft, data)
  return password
}

const startPostgres = async ({
  folder,
  data,
  port,
  binaries,
  command,
}: Cluster & { port: number }) => {
  await requireFreePort(port)
  const log = join(folder, 'postgres.log')
  await (await open(log, 'a')).close()
  const user = findUser()
  if (user !== undefined) await chown(log, user.uid, user.gid)
  // pg_ctl puts it in a session of its own, so Ctrl-C in our terminal reaches it only through us.
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`)
  const options = [`-p ${port}`, ...settings].join(' ')
  const args = ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', options]
  try {
    await run(command, binaries.pg_ctl, args)
  } catch (cause) {
    const lines = (await readFile(log, 'utf8')).trim().split('\n')
    throw new ServerFailed(log, lines.slice(-3).join(' | '), { cause })
  }
}

/** A connection, once the server takes one; it may still be recovering from a crash. */
const answering = async (url: string, data: string): Promise<pg.Client> => {
  for (let attempt = 0; ; attempt++) {
    const client = createClient(url, { name: 'wattledger embedded' })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (cause) {
      if (attempt === 300) throw new ServerFailed(data, 'it takes no connection', { cause })
      await sleep(200)
    }
  }
}

const ensureDatabase = async (admin: pg.Client, name: string) => {
  const found = await admin.query('select 1 from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await admin.query(`create database ${admin.escapeIdentifier(name)}`)
}

const requireFreePort = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortTaken(port, { cause }) : cause)
    })
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })

/** Runs a program of Postgres to its end. Its output goes to a file's worth of memory only for the error it may end in. */
const run = (command: CommandFor, program: string, args: string[]) =>
  new Promise<void>((resolve, reject) => {
    const how = command(program, args)
    const child = spawn(how.command, how.args, {
      ...how.options,
      // A server keeps these open for its life: a pipe would keep us waiting for its end.
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new ServerFailed(program, errors.trim()))
    })
  })

/** Something else listens on the port. */
export class PortTaken extends Error {
  readonly port: number

  constructor(port: number, options: ErrorOptions) {
    super(
      `Port ${port} for the embedded Postgres is taken by another program: stop that, or set PG_PORT to a free port (PG_PORT=${port + 1}).`,
      options,
    )
    this.name = 'PortTaken'
    this.port = port
  }
}

/** Postgres said no. */
export class ServerFailed extends Error {
  constructor(where: string, detail: string, options?: ErrorOptions) {
    super(`The embedded Postgres does not start: ${detail}. See ${where}.`, options)
    this.name = 'ServerFailed'
  }
}
