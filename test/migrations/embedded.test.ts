import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../migrations/connect.ts'
import { readDatabaseFile } from '../../migrations/databaseFile.ts'
import { freePort } from '../machine/freePort.ts'

let home: string
let port: number
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'wattledger-home-'))
  port = await freePort()
})
afterAll(() => rm(home, { recursive: true, force: true }))

const start = (script: string, env: NodeJS.ProcessEnv = {}) => {
  const { DATABASE_URL: _, ...rest } = process.env
  const child = spawn(process.execPath, [`migrations/${script}.ts`], {
    env: { ...rest, WATTLEDGER_HOME: home, PG_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const line = once(child.stdout, 'data').then(
    ([chunk]) => JSON.parse(String(chunk)) as { ready: boolean; url: string; resumed: boolean },
  )
  const ended = once(child, 'exit').then(([code]) => ({ code, errors: errors.join('') }))
  return { child, line, ended }
}

const stop = async ({
  child,
  ended,
}: {
  child: ChildProcess
  ended: Promise<{ code: unknown }>
}) => {
  child.kill('SIGTERM')
  return (await ended).code
}

const query = async (url: string, text: string) => {
  const client = createClient(url)
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

test('it starts from nothing, in UTF-8, migrates, and keeps what was stored', async () => {
  const first = start('embedded')
  const { url, resumed } = await first.line
  expect(resumed).toBe(false)
  expect(await query(url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])

  expect((await start('main').ended).code).toBe(0)
  const urls = await readDatabaseFile(join(home, 'database.json'))
  expect((await stat(join(home, 'database.json'))).mode & 0o777).toBe(0o600)
  await query(urls.writer ?? '', `insert into account values ('\\x01', 'खाता', 1)`)
  expect(await query(urls.reader ?? '', 'select code from account')).toEqual([{ code: 'खाता' }])

  expect((await start('main').ended).code).toBe(0)
  expect(await readDatabaseFile(join(home, 'database.json'))).toEqual(urls)

  expect(await stop(first)).toBe(0)
  await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  const second = start('embedded')
  expect(await second.line).toEqual({ ready: true, url, resumed: false })
  expect(await query(urls.reader ?? '', 'select code from account')).toEqual([{ code: 'खाता' }])
  expect(await stop(second)).toBe(0)
})

test('a server that outlived a kill -9 of its starter is taken up, and stopped with it', async () => {
  const first = start('embedded')
  const { url } = await first.line
  first.child.kill('SIGKILL')
  await first.ended
  const second = start('embedded')
  expect(await second.line).toEqual({ ready: true, url, resumed: true })
  expect(await stop(second)).toBe(0)
  await expect(query(url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('a lock file that names somebody else’s process does not keep it from starting', async () => {
  const lockFile = join(home, 'postgres', 'data', 'postmaster.pid')
  const first = start('embedded')
  await first.line
  const lines = (await readFile(lockFile, 'utf8')).split('\n')
  process.kill(Number(lines[0]), 'SIGKILL')
  expect((await first.ended).code).toBe(1)
  expect((await first.ended).errors).toContain('Postgres ended by itself')
  await writeFile(lockFile, [process.pid, ...lines.slice(1)].join('\n'))
  const second = start('embedded')
  expect((await second.line).resumed).toBe(false)
  expect(await stop(second)).toBe(0)
})

test('a taken port is told by name, with the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port: taken } = other.address() as { port: number }
  const { code, errors } = await start('embedded', { PG_PORT: String(taken) }).ended
  other.close()
  expect(code).toBe(1)
  expect(errors).toContain(`Port ${taken} for the embedded Postgres is taken`)
  expect(errors).toContain('set PG_PORT to a free port')
})

test('without any database the migrations say how to get one', async () => {
  const { code, errors } = await start('main', { WATTLEDGER_HOME: join(home, 'none') }).ended
  expect(code).toBe(1)
  expect(errors).toContain('set DATABASE_URL, or start the embedded one')
})
