import { describe, expect, test } from 'vitest'
import { readEvidence } from '../../../../contracts/proof/evidence/read.ts'
import { tell } from '../../../../contracts/proof/evidence/words.ts'
import { verifyEvidence } from '../../../../contracts/proof/evidence/verify.ts'
import { dropped, flipped, repeated, spliced, swapped, type Tampered } from './mutations.ts'
import { evidenceOf, good, type Recorded, textOf, trustIn } from './recorded.ts'

const trust = trustIn()
/** How many bytes are changed at random; `FLIPS=every` changes each byte of the smallest evidence of one bill, once. */
const FLIPS = process.env['FLIPS'] ?? '500'
const SEED = Number(process.env['FLIP_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.log(`To repeat these flips: FLIP_SEED=${SEED} npx vitest run ${import.meta.filename}`)

/** What was tampered with and still verified; what is the same as before is left out. */
const accepted = (name: Recorded, all: Iterable<Tampered>): string[] => {
  const original = textOf(name)
  const found: string[] = []
  for (const { how, text } of all) {
    if (text === original) continue
    const verdict = verifyEvidence(text, trust)
    if (verdict.outcome !== 'refused') found.push(`${name} ${how}: ${verdict.outcome}`)
    // Each refusal is a sentence for people, and foreseen.
    else {
      const { code, message } = verdict.reasons[0]
      if (code === 'unforeseen' || !/^[A-Z“"0-9].{20,}\.$/s.test(message)) {
        found.push(`${name} ${how}: ${code}: ${message}`)
      }
    }
  }
  return found
}

describe.each(good)('%s, of a real network', (name) => {
  const evidence = evidenceOf(name)

  test('is proven, and written again gives the same bytes', () => {
    expect(verifyEvidence(textOf(name), trust)).toMatchObject({
      outcome: 'proven',
      statement: { ofParties: 3 },
    })
    expect(JSON.stringify(readEvidence(textOf(name)))).toBe(textOf(name))
  })

  test('with anything left out is refused', () => {
    expect(accepted(name, dropped(evidence))).toEqual([])
  })

  test('with anything given twice is refused', () => {
    expect(accepted(name, repeated(evidence))).toEqual([])
  })

  test('with any two elements exchanged is refused', () => {
    expect(accepted(name, swapped(evidence))).toEqual([])
  })

  test('with any byte changed is refused', () => {
    const text = textOf(name)
    const draw = mulberry32(SEED)
    const isEvery = FLIPS === 'every' && name === 'plain-bill-1'
    const count = isEvery ? text.length : FLIPS === 'every' ? 500 : Number(FLIPS)
    const flips = Array.from({ length: count }, (_, i) => {
      const at = isEvery ? i : Math.floor(draw() * text.length)
      return flipped(text, at, 1 << Math.floor(draw() * 8))
    })
    expect(accepted(name, flips)).toEqual([])
  })

  test('with anything of another account, another state or another chain in it is refused', () => {
    for (const [other, chain] of [
      ['plain', 'here'],
      ['eventful', 'here'],
      ['plain-before', 'here'],
      ['plain-bill-1', 'here'],
      [name, 'elsewhere'],
    ] as const) {
      if (other === name && chain === 'here') continue
      const theirs = evidenceOf(other, chain)
      const mixed = [...spliced(name, theirs, `${other} ${chain}`)]
      // Of the same account, bill and whole account share most of what they say.
      const allowed = new Set(good.map((each) => textOf(each)))
      expect(
        accepted(
          name,
          mixed.filter(({ text }) => !allowed.has(text)),
        ),
      ).toEqual([])
    }
  })
})

test('the evidence of another chain is told to be that', () => {
  for (const name of good) {
    const verdict = verifyEvidence(textOf(name, 'elsewhere'), trust)
    expect(tell(verdict).sentences[0]).toContain('It is of another ledger than the one you trust')
  }
})

test('an older state presented as new is refused once a newer block is insisted on', () => {
  const older = textOf('plain-before')
  expect(verifyEvidence(older, { ...trust, minimumBlock: 0 }).outcome).toBe('proven')
  expect(verifyEvidence(older, trust)).toMatchObject({
    outcome: 'refused',
    reasons: [{ code: 'too-old' }],
  })
})

/** The same numbers for the same seed, on every machine. */
const mulberry32 = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
