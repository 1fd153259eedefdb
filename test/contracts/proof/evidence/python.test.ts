import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyEvidence } from '../../../../contracts/proof/evidence/verify.ts'
import { findPython, need } from '../../../machine/need.ts'
import { dropped, flipped, repeated, spliced, swapped, type Tampered } from './mutations.ts'
import { evidenceOf, fileOf, good, textOf, trustIn } from './recorded.ts'

const script = path.join(import.meta.dirname, 'verify.py')
const trust = trustIn()

describe.skipIf(!need('python'))('a verifier in another language, written from the README', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** What it says of each file, in order. */
  const verdictsOf = async (trustFile: string, files: readonly string[]): Promise<string[]> => {
    const run = await promisify(execFile)(findPython() ?? '', [script, trustFile, ...files], {
      maxBuffer: 2 ** 26,
    })
    return run.stdout.trimEnd().split('\n')
  }

  const outcomes = (verdicts: readonly string[]) => verdicts.map((text) => text.replace(/:.*/, ''))

  test('agrees on all evidence that a real network proved', async () => {
    const names = [...good, 'falsified', 'plain-before'] as const
    const files = names.flatMap((name) => [fileOf(name), fileOf(name, 'elsewhere')])
    const texts = names.flatMap((name) => [textOf(name), textOf(name, 'elsewhere')])
    expect(outcomes(await verdictsOf(fileOf('trust'), files))).toEqual(
      texts.map((text) => verifyEvidence(text, trust).outcome),
    )
    expect(outcomes(await verdictsOf('-', files))).toEqual(
      texts.map((text) => verifyEvidence(text, null).outcome),
    )
  })

  test('agrees on all that was tampered with: it refuses it too', async () => {
    const all = good.flatMap((name) => {
      const evidence = evidenceOf(name)
      return [
        ...dropped(evidence),
        ...every(3, repeated(evidence)),
        ...every(15, swapped(evidence)),
        ...spliced(name, evidenceOf('eventful'), 'eventful'),
        ...spliced(name, evidenceOf(name, 'elsewhere'), 'elsewhere'),
        ...Array.from({ length: 50 }, (_, i) => flipped(textOf(name), 97 + i * 397, 1 << (i % 7))),
      ]
    })
    const texts = [...new Set(all.map(({ text }) => text))]
    const files = texts.map((_, i) => path.join(folder, `${i}.json`))
    await Promise.all(texts.map((text, i) => writeFile(files[i] ?? '', text)))
    const theirs = outcomes(await verdictsOf(fileOf('trust'), files))
    const ours = texts.map((text) => verifyEvidence(text, trust).outcome)
    const howOf = new Map(all.map(({ text, how }) => [text, how]))
    const different = texts.flatMap((text, i) =>
      theirs[i] === ours[i] ? [] : [`${howOf.get(text)}: ${theirs[i]}, ours ${ours[i]}`],
    )
    expect(different).toEqual([])
    expect(ours.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(700)
  })
})

function* every(nth: number, all: Iterable<Tampered>): Generator<Tampered> {
  let i = 0
  for (const each of all) if (i++ % nth === 0) yield each
}
