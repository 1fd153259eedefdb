import { AbiCoder, encodeBytes32String, id, Interface } from 'ethers'
import { describe, expect, test } from 'vitest'
import { billingAbi } from '../../../contracts/artifacts/abi.ts'
import { codeOf } from '../../../contracts/rules/accountCode.ts'
import { inWords, refusalIn } from '../../../chain/cli/refusals.ts'

const abi = new Interface(billingAbi)
const account = `0x${'5a'.repeat(32)}` as const
const code = codeOf(account)

/** Something of each type, so that every error can be encoded. */
const sample = (type: string, name: string): unknown => {
  if (type === 'bytes32') return name === 'field' ? encodeBytes32String('register') : account
  if (type === 'address') return `0x${'12'.repeat(20)}`
  if (type === 'bool') return true
  if (type === 'bytes') return abi.encodeErrorResult('NoMeter', [account])
  return 20_000n
}

const errors: string[] = []
abi.forEachError(({ name }) => errors.push(name))

describe('a refusal', () => {
  test.each(errors)('%s is one sentence that says what to do', (name) => {
    const inputs = abi.getError(name)?.inputs ?? []
    const data = abi.encodeErrorResult(
      name,
      inputs.map((input) => sample(input.type, input.name)),
    )
    const words = inWords(data)
    expect(words).not.toContain(name)
    expect(words).toMatch(/^[\p{Lu}\d₹−0].*[^.]\.$/u)
    expect(words).toMatch(/[:;,]/)
    expect(words).not.toMatch(/undefined|\[object/)
    expect(words).not.toContain('\n')
  })

  test('names accounts by code, energy in kWh and days by date', () => {
    const data = abi.encodeErrorResult('RegisterBackwards', [account, 48_210_000n, 48_950_000n])
    expect(inWords(data)).toContain(`${code} can't go back from 48,950 kWh to 48,210 kWh`)
    const early = abi.encodeErrorResult('CycleNotEnded', [account, 20_000n, 20_010n])
    expect(inWords(early)).toContain('ended on 2024-10-04: the next bill may end on 2024-10-14')
  })

  test('of a role names the role', () => {
    const data = abi.encodeErrorResult('AccessControlUnauthorizedAccount', [
      `0x${'12'.repeat(20)}`,
      id('CASHIER'),
    ])
    expect(inWords(data)).toContain('does not hold the role CASHIER')
  })

  test('inside a batch inside a batch is told to the bottom, counting from one', () => {
    const inner = abi.encodeErrorResult('NoMeter', [account])
    const middle = abi.encodeErrorResult('BatchRefused', [1n, inner])
    const outer = abi.encodeErrorResult('BatchRefused', [0n, middle])
    expect(inWords(outer)).toMatch(/^Act 1 of the batch.*Act 2 of the batch.*No meter is installed/)
  })

  test('without data, or with another contract’s, still says something', () => {
    expect(inWords('0x')).toContain('refused without a reason')
    expect(inWords('0xdeadbeef')).toContain('0xdeadbeef')
    const text = AbiCoder.defaultAbiCoder().encode(['string'], ['words'])
    expect(inWords(`0x08c379a0${text.slice(2)}`)).toContain('words')
  })

  test('is told from a node’s other errors', () => {
    expect(refusalIn({ message: 'nonce too low' })).toBeUndefined()
    expect(refusalIn({ message: 'execution reverted' })?.error).toBeUndefined()
    const data = abi.encodeErrorResult('NoMeter', [account])
    expect(refusalIn({ message: 'execution reverted', data })?.error).toBe('NoMeter')
  })
})
