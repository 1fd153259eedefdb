import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Interface } from 'ethers'
import { expect, test } from 'vitest'
import { billingAbi } from '../../contracts/artifacts/abi.ts'

test('every error of the contract is reached by a test of this folder', () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n')
  const errors: string[] = []
  new Interface(billingAbi).forEachError(({ name }) => errors.push(name))
  const unreached = errors.filter((name) => !new RegExp(`[\`'"/(^|]${name}\\b`).test(tests))
  expect(unreached).toEqual([])
})
