import { expect, test } from 'vitest'
import { keccak256 } from 'ethers'
import { billingCodeHash, billingCodeSize } from '../../contracts/artifacts/bytecode.ts'
import { compile, staleArtifacts } from '../../contracts/compile.ts'
import { useLedger } from './useLedger.ts'

const ledger = useLedger()

test('the checked-in ABI and bytecode are what the sources compile to', async () => {
  expect(staleArtifacts(await compile())).toEqual([])
})

test('the contract stays under 24,000 bytes, where Berlin allows 24,576', () => {
  expect(billingCodeSize).toBeLessThanOrEqual(24_000)
})

test('the code of a deployment has the hash of the artefact, whatever it was deployed with', async () => {
  const code = await ledger().provider.getCode(ledger().contract)
  expect(keccak256(code)).toBe(billingCodeHash)
})
