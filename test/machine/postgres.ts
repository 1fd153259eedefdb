import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createClient } from '../../migrations/connect.ts'
import { migrate, renewRoleUrls } from '../../migrations/migrate.ts'

export interface TestDatabase {
  name: string
  /** Connection strings of its three roles. */
  url: string
  writerUrl: string
  readerUrl: string
  [Symbol.asyncDispose](): Promise<void>
}

/** A fresh database with the schema and its roles, on the run's one Postgres. Close it by `await using`. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const empty = await createEmptyDatabase()
  const { roles } = await migrate(empty.url)
  const { writer, reader } = await renewRoleUrls(empty.url, roles)
  return { ...empty, writerUrl: writer, readerUrl: reader }
}

/** A fresh database without anything in it; the two roles' strings are the owner's. */
export const createEmptyDatabase = async (): Promise<TestDatabase> => {
  const admin = await serverUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return {
    name,
    url: url.href,
    writerUrl: url.href,
    readerUrl: url.href,
    [Symbol.asyncDispose]: async () => {
      await asAdmin(admin, `drop database ${name} with (force)`)
      for (const role of ['writer', 'reader'])
        await asAdmin(admin, `drop role if exists ${name}_${role}`)
    },
  }
}

const serverUrl = async (): Promise<string> => {
  const answer = await fetch(inject('postgresDoor'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(`No Postgres for the tests: ${text}`)
  return text
}

const asAdmin = async (url: string, statement: string) => {
  const client = createClient(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
