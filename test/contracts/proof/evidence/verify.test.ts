import '../../../seeds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trustOf } from '../../../../contracts/proof/evidence/identity.ts'
import { write } from '../../../../contracts/proof/evidence/read.ts'
import type { Trust } from '../../../../contracts/proof/evidence/shape.ts'
import { type Verdict, verifyEvidence } from '../../../../contracts/proof/evidence/verify.ts'
import { exitCodeOf, tell, toldLines } from '../../../../contracts/proof/evidence/words.ts'
import { type GethNetwork, startGethNetwork } from '../../../machine/geth.ts'
import { need } from '../../../machine/need.ts'
import { gather, gatherText } from './gather.ts'
import { evidenceOf, textOf, trustIn } from './recorded.ts'
import { type Played, playOnAnvil, playOnGeth } from './scenario.ts'

const trust = trustIn()
const codeOf = (verdict: Verdict) =>
  verdict.outcome === 'refused' ? verdict.reasons[0].code : verdict.outcome

describe('evidence of a real network', () => {
  test('says in words what holds', () => {
    const verdict = verifyEvidence(textOf('plain-bill-1'), trust)
    expect(exitCodeOf(verdict)).toBe(0)
    const told = toldLines(tell(verdict)).join('\n')
    expect(told).toMatch(/^Proven\. Bill 1 of account \S{5}-\S{5}-\S, as of block \d+/)
    expect(told).toContain('2 of 3 parties vouch for block 0x')
    expect(told).toContain('nothing after it can change this bill: after it came 1 reading, ')
    expect(told).toContain('Paid: ₹2,500.00 in 2 payments.')
    expect(told).toMatch(/1 .* 500 kWh {2}₹2,500\.00 {2}₹0\.00 {2}settled/)
  })

  test('without a trust file is not proven: anyone can make up three parties', () => {
    const verdict = verifyEvidence(textOf('plain'), null)
    expect([verdict.outcome, exitCodeOf(verdict)]).toEqual(['unpinned', 2])
    expect(tell(verdict).warnings[0]).toContain('No trust file was given')
  })

  test('is refused where the trust file says anything else of the chain', () => {
    const others: Partial<Trust>[] = [
      { chainId: 1 },
      { genesisHash: `0x${'00'.repeat(32)}` },
      { contract: `0x${'00'.repeat(20)}` },
      { codeHash: `0x${'00'.repeat(32)}` },
      { signers: trust.signers.slice(1) },
      { signers: trustIn('elsewhere').signers },
      { signers: [] },
      { signerChanges: [{ block: 1, signers: trustIn('elsewhere').signers }] },
      { minimumBlock: 4_000_000_000 },
    ]
    for (const other of others) {
      expect([other, exitCodeOf(verifyEvidence(textOf('plain'), { ...trust, ...other }))]).toEqual([
        other,
        1,
      ])
    }
  })

  test('holds after the parties agreed on other signers, by those of its own block', () => {
    const later = { block: 4_000_000_000, signers: trustIn('elsewhere').signers }
    expect(verifyEvidence(textOf('plain'), { ...trust, signerChanges: [later] }).outcome).toBe(
      'proven',
    )
  })

  test('of a ledger that breaks its own rules says so, and who should know', () => {
    const verdict = verifyEvidence(textOf('falsified'), trust)
    expect(codeOf(verdict)).toBe('rules-contradicted')
    const told = tell(verdict)
    expect(told.title).toContain('Show this file to the regulator')
    expect(told.sentences[0]).toContain('recorded is ₹2,400.00, it should be ₹2,500.00')
  })

  test('of one bill shows no less and no more than that bill needs', () => {
    const one = evidenceOf('plain-bill-1')
    const whole = evidenceOf('plain')
    expect(one.entries.length).toBeLessThan(whole.entries.length)
    expect(codeOf(verifyEvidence(write({ ...whole, bill: 1 }), trust))).toBe('shows-more')
    expect(codeOf(verifyEvidence(write({ ...one, bill: null }), trust))).toBe('later-hides')
    expect(codeOf(verifyEvidence(write({ ...one, bill: 2 }), trust))).toBe('no-such-bill')
    // The payments are what settled it: they may not be among those shown by their hash.
    const hiding = {
      ...one,
      entries: one.entries.slice(0, -1),
      later: [{ event: 'PaymentMade', hash: `0x${'00'.repeat(32)}` } as const, ...one.later],
    }
    expect(exitCodeOf(verifyEvidence(write(hiding), trust))).toBe(1)
  })
})

test('whatever a file holds, the verdict is a sentence and never a crash', () => {
  const isRefusal = (text: string) => {
    const verdict = verifyEvidence(text, trust)
    expect(verdict.outcome).toBe('refused')
    expect(tell(verdict).sentences[0]).toMatch(/^It is .*\.$/s)
  }
  fc.assert(fc.property(fc.string(), isRefusal))
  fc.assert(fc.property(fc.json(), isRefusal))
  for (const text of ['', 'null', '{}', '['.repeat(1_000_000), `"${'x'.repeat(70_000_000)}"`]) {
    isRefusal(text)
  }
})

test('nodes and headers nested to confuse are refused in words', () => {
  const evidence = evidenceOf('plain')
  const deep = `0x${'c1'.repeat(200_000)}c0` as const
  for (const proof of [{ contract: [deep] }, { head: [deep] }, { standing: [deep] }]) {
    const text = write({ ...evidence, proof: { ...evidence.proof, ...proof } })
    expect(codeOf(verifyEvidence(text, trust))).toBe('state-unproven')
  }
  expect(codeOf(verifyEvidence(write({ ...evidence, headers: [deep] }), null))).toBe(
    'header-unreadable',
  )
})

describe('on anvil', () => {
  let played: Played
  beforeAll(async () => {
    played = await playOnAnvil()
  })
  afterAll(() => played[Symbol.asyncDispose]())

  test('evidence is practice, whatever else holds', async () => {
    for (const [account, bill] of [
      [played.plain, null],
      [played.plain, 1],
      [played.eventful, null],
      [played.eventful, 6],
    ] as const) {
      const text = await gatherText(played, account, bill)
      for (const trust of [null, trustOf(played.manifest, 0)]) {
        const verdict = verifyEvidence(text, trust)
        expect([verdict.outcome, exitCodeOf(verdict)]).toEqual(['practice', 2])
        expect(tell(verdict).title).toContain('Practice: no party sealed this.')
      }
    }
  })

  test('practice is not taken for the evidence of a network that parties seal', async () => {
    const text = await gatherText(played, played.plain)
    const sealed = { ...trustOf(played.manifest, 0), signers: trust.signers }
    expect(codeOf(verifyEvidence(text, sealed))).toBe('other-signers')
  })

  test('the same block gives the same bytes', async () => {
    expect(await gatherText(played, played.eventful)).toBe(
      await gatherText(played, played.eventful),
    )
  })

  test('an account without any entry is proven to have none', async () => {
    const text = await gatherText(played, `0x${'77'.repeat(32)}`)
    expect(verifyEvidence(text, null)).toMatchObject({
      outcome: 'practice',
      statement: { entries: 0, balance: 0n, bills: [] },
    })
  })
})

describe.skipIf(!need('geth'))('on a running Geth network', () => {
  let network: GethNetwork
  beforeAll(async () => {
    network = await startGethNetwork()
  })
  afterAll(() => network[Symbol.asyncDispose]())

  test('evidence is proven from the moment that a second party sealed on top of it', async () => {
    const played = await playOnGeth(network)
    await network.reach((await network.height()) + 2)
    const trust = trustOf(played.manifest, 1)
    for (const account of [played.plain, played.eventful]) {
      const evidence = await gather(played, account)
      expect(verifyEvidence(write(evidence), trust).outcome).toBe('proven')
      const early = { ...evidence, headers: evidence.headers.slice(0, 1) }
      expect(codeOf(verifyEvidence(write(early), trust))).toBe('too-few-parties')
    }
  })
})
