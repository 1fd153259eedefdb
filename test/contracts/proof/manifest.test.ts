import { describe, expect, test } from 'vitest'
import { parseManifest, UnreadableManifest } from '../../../contracts/proof/manifest.ts'

const address = (byte: string) => `0x${byte.repeat(20)}`
const word = (byte: string) => `0x${byte.repeat(32)}`
const manifest = {
  version: 1,
  chain: 'geth',
  chainId: 20_482,
  genesisHash: word('a1'),
  contract: address('b1'),
  deployedBlock: 3,
  deployTransaction: word('a2'),
  codeHash: word('a3'),
  parties: { board: address('c1'), regulator: address('c2'), treasury: address('c3') },
  signers: [
    { party: 'board', address: address('d1') },
    { party: 'consumer', address: address('d2') },
    { party: 'regulator', address: address('d3') },
  ],
  adjustmentLimitPaise: '500000',
}
const parse = (change: object) => parseManifest(JSON.stringify({ ...manifest, ...change }))

test('a manifest is read, addresses and hashes in lower case', () => {
  expect(parse({})).toEqual(manifest)
  expect(parse({ contract: address('B1') }).contract).toBe(address('b1'))
  expect(parse({ chain: 'anvil', signers: [] }).signers).toEqual([])
  const changed = { signerChanges: [{ block: 9, signers: manifest.signers.slice(1) }] }
  expect(parse(changed).signerChanges?.[0]?.signers.length).toBe(2)
})

describe('a manifest is refused, naming what is wrong, that', () => {
  test.each<[string, object, string]>([
    ['is of another version', { version: 2 }, 'version'],
    ['has a short address', { contract: '0x12' }, 'contract: 0x and 40 hexadecimal digits'],
    ['lacks a party', { parties: { board: address('c1') } }, 'parties.regulator'],
    ['has a member too many', { colour: 'red' }, 'colour'],
    ['has a fraction of a paisa', { adjustmentLimitPaise: '1.5' }, 'adjustmentLimitPaise'],
    ['has a number for a chain id in quotes', { chainId: '20482' }, 'chainId'],
    [
      'lists a signer twice',
      { signers: [manifest.signers[0], { party: 'consumer', address: address('d1') }] },
      'signers: each party and each address once',
    ],
  ])('%s', (_, change, reason) => {
    expect(() => parse(change)).toThrow(UnreadableManifest)
    expect(() => parse(change)).toThrow(reason)
  })

  test('is no JSON', () => {
    expect(() => parseManifest('{')).toThrow('it is not JSON')
  })
})
