import { exec } from 'node:child_process'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..')

export interface Answer {
  readonly code: number
  readonly text: string
}

/** What a person types into a terminal in wattledger's folder, as it stands: a shell reads it. */
export const type = (line: string, env: NodeJS.ProcessEnv): Promise<Answer> =>
  new Promise((resolve) => {
    const child = exec(line, { cwd: FOLDER, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, text: `${stdout}${stderr}` }),
    )
  })
