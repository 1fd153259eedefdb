import { join, resolve } from 'node:path'
import { z } from 'zod'

const environment = z.object({
  WATTLEDGER_HOME: z
    .string()
    .min(1)
    .default(join(import.meta.dirname, '..', '.wattledger')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PG_PORT: z.coerce.number().int().min(1).max(65_535).default(54_329),
})

export interface Config {
  /** $WATTLEDGER_HOME, absolute. */
  home: string
  /** Where the three connection strings stand. */
  databaseFile: string
  /** The owner's connection string, where it was given. */
  databaseUrl: string | undefined
  /** Port of the embedded Postgres. */
  port: number
}

/** What migrations need of the environment. Throws a `z.ZodError` on a value that makes no sense. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const { WATTLEDGER_HOME, DATABASE_URL, PG_PORT } = environment.parse(withoutEmpty(env))
  const home = resolve(WATTLEDGER_HOME)
  return {
    home,
    databaseFile: join(home, 'database.json'),
    databaseUrl: DATABASE_URL,
    port: PG_PORT,
  }
}

/** `NAME= command` means the same as leaving NAME out. */
const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
