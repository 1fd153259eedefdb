import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostgreSqlContainer } from '@testcontainers/postgresql'
import type { TestProject } from 'vitest/node'
import { startServer } from '../../migrations/embedded/server.ts'
import { freePort } from './freePort.ts'
import { need } from './need.ts'

interface Started {
  url: string
  stop(): Promise<unknown>
}

/**
 * One Postgres for the whole test run, started when the first test file asks for it: `postgres:15` in a container where a
 * Docker engine answers, else the embedded one.
 */
export const setup = async (project: TestProject) => {
  let started: Promise<Started> | undefined
  const door = createServer((_request, response) => {
    started ??= need('docker') ? startContainer() : startEmbedded()
    started.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close()
    await (await started?.catch(() => undefined))?.stop()
  }
}

const startContainer = async (): Promise<Started> => {
  // Its reaper is an image of its own, which a machine without a registry lacks; we stop the container ourselves.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true'
  const container = await new PostgreSqlContainer('postgres:15')
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'max_connections=200'])
    .start()
  return { url: container.getConnectionUri(), stop: () => container.stop() }
}

const startEmbedded = async (): Promise<Started> => {
  const folder = await mkdtemp(join(tmpdir(), 'wattledger-postgres-'))
  const server = await startServer({ folder, port: await freePort(), database: 'test' })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgresDoor: string
  }
}
