/**
 * Import this where fast-check is used: every property of the file then runs from one seed, which is printed with the
 * command that repeats it. FC_SEED repeats a run, FC_RUNS makes it longer.
 */
import { relative } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'

const seed = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const runs = process.env['FC_RUNS']

fc.configureGlobal({ seed, ...(runs === undefined ? {} : { numRuns: Number(runs) }) })

const file = relative(process.cwd(), expect.getState().testPath ?? '')
console.log(`To repeat these values: FC_SEED=${seed} npx vitest run ${file}`)
