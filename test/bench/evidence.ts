/**
 * Prints how large evidence is and how long verifying takes, by years of monthly bills with three payments each:
 * `node test/bench/evidence.ts`, two minutes. The accounts stand in a ledger of many others, so that proofs are as deep as
 * a board's; in Chromium it is the verify page's own script.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { artifactPath } from '../../contracts/bundle.ts'
import { trustOf } from '../../contracts/proof/evidence/identity.ts'
import { write } from '../../contracts/proof/evidence/read.ts'
import { verifyEvidence } from '../../contracts/proof/evidence/verify.ts'
import { openChromium } from '../machine/chromium.ts'
import { findChromium } from '../machine/need.ts'
import { playYears } from './evidenceYears.ts'

const YEARS = [1, 5, 10, 20]
const OTHERS = 20_000

console.log(`| years | entries | JSON | gzip | Node | Chromium |`)
console.log('|--:|--:|--:|--:|--:|--:|')
const browser = findChromium() === undefined ? null : await openChromium()
const server = createServer((request, response) => {
  const isModule = request.url === '/verify.mjs'
  response.setHeader('content-type', isModule ? 'text/javascript' : 'text/html')
  response.end(isModule ? readFileSync(artifactPath('verify.mjs')) : '<!doctype html>')
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

for (const years of YEARS) {
  const { evidence, manifest } = playYears(years, OTHERS)
  const text = write(evidence)
  const trust = trustOf(manifest, 0)
  const node = firstRun(() => {
    const verdict = verifyEvidence(text, trust)
    if (verdict.outcome !== 'proven') throw new Error(JSON.stringify(verdict))
  })
  const chromium = browser === null ? null : await inChromium(text, write(trust))
  const cells = [
    years,
    evidence.entries.length,
    kilobytes(text.length),
    kilobytes(gzipSync(text, { level: 9 }).length),
    `${Math.round(node)} ms`,
    chromium === null ? 'none here' : `${Math.round(chromium)} ms`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
await browser?.close()
server.close()

/** Milliseconds of a single run, as people meet it. */
function firstRun(run: () => void): number {
  const began = performance.now()
  run()
  return performance.now() - began
}

async function inChromium(text: string, trust: string): Promise<number> {
  const page = await browser?.newPage()
  await page?.goto(origin)
  const taken = await page?.evaluate(`(async () => {
    const { verifyFile } = await import('/verify.mjs')
    const bytes = (text) => new TextEncoder().encode(text)
    const [file, trust] = [${JSON.stringify(text)}, ${JSON.stringify(trust)}].map(bytes)
    const began = performance.now()
    const verdict = await verifyFile(file, trust)
    if (verdict.outcome !== 'proven') throw new Error(JSON.stringify(verdict))
    return performance.now() - began
  })()`)
  await page?.close()
  return Number(taken)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`
}
