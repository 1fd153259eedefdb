import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paise } from '../../contracts/rules/units.ts'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { household } from './exampleLedger.ts'
import { tooWide } from './looks.ts'
import { openPortal } from './openPortal.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, returnedCheque, type Situation } from './situations.ts'
import { word } from './writtenLedger.ts'

const account = (situation: Situation) => `/accounts/${codeFor(situation)}`
const bill = (situation: Situation, number: number) => `${account(situation)}/bills/${number}`

interface Recorded {
  readonly entries: readonly { readonly transaction: string; readonly block: number }[]
}

/** The kinds of pages that differ in what they are made of, and their states that look different. */
const pages = [
  '/',
  '/accounts',
  account('changed'),
  account('estimated'),
  account('future'),
  account('money'),
  bill('estimated', 5),
  bill('revised', 2),
  bill('lied', 2),
  bill('open', 1),
  bill('station', 3),
  `${bill('revised', 2)}/evidence`,
  // One slip in the check symbol: the page says what was meant.
  account('open').replace(/Q$/, 'A'),
  '/tariffs',
  '/tariffs/3',
  `/references/${returnedCheque}`,
  '/payments',
  '/payments?channel=upi&from=2026-02-01&to=2026-04-30',
  '/payments?channel=nonsense',
  '/board',
  '/due?age=held',
  '/totals',
  '/ledger',
  '/ledger?kind=estimated',
  '/outliers',
  '/outliers?rule=high',
  '/actors',
  '/blocks',
  '/signers',
  '/export',
  '/status',
  '/verify',
  '/privacy',
  '/no-such-page',
  '/search?q=nothing-like-this',
]

type Look = 'light' | 'dark' | 'print'
/** What depends on colours; and the code to scan, which is on paper only. */
const ofColours = ['color-contrast', 'link-in-text-block', 'svg-img-alt', 'image-alt']

describe.skipIf(!need('chromium'))('every page by the rules of axe', () => {
  let town: OpenSituations
  let browser: Browser
  let origin: string
  let axe: string
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    town = await openSituations()
    browser = await openChromium()
    origin = await town.listen()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.[Symbol.asyncDispose]()
  })

  /** What axe finds, one line a rule, with the first element that breaks it. */
  const violationsOf = async (page: Page, rules: readonly string[] | null): Promise<string[]> => {
    const runOnly = rules === null ? {} : { runOnly: rules }
    const options = JSON.stringify({ resultTypes: ['violations'], iframes: false, ...runOnly })
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`)
    return violations.map(({ id, help, nodes }) => `${id}: ${help}, as in ${nodes[0]?.html}`)
  }

  const violationsAt = async (page: Page, address: string, look: Look) => {
    await page.goto(address)
    await page.addScriptTag({ content: axe })
    await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))')
    // Light, dark or on paper, a page is made of the same elements: only its colours are another question.
    return violationsOf(page, look === 'light' ? null : ofColours)
  }

  test('axe finds what is wrong, where something is', async () => {
    const page = await browser.newPage({ bypassCSP: true })
    await page.goto(`${origin}/ledger`)
    await page.addScriptTag({ content: axe })
    await page.evaluate(
      `document.querySelector('label[for=from]').remove()
       document.querySelector('h1').style.color = '#ddd'`,
    )
    const violations = await violationsOf(page, null)
    expect(violations.map((each) => each.split(':')[0])).toEqual(['color-contrast', 'label'])
    await page.close()
  })

  test.each([
    [1280, 'light'],
    [1280, 'print'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)(
    'has no violation at %i px in %s, details opened too',
    { timeout: 300_000 },
    async (width, look) => {
      // The pages' own policy forbids what a test brings along.
      const page = await browser.newPage({ viewport: { width, height: 740 }, bypassCSP: true })
      await page.emulateMedia(look === 'print' ? { media: look } : { colorScheme: look })
      const { entries } = await town.json<Recorded>('/ledger.json')
      const newest = entries[0]
      const named = [
        `/actors/${town.chain.address('operations')}`,
        `/blocks/${newest?.block}`,
        `/transactions/${newest?.transaction}`,
      ]
      for (const address of [...pages, ...named]) {
        const violations = await violationsAt(page, origin + address, look)
        expect([address, look, violations]).toEqual([address, look, []])
      }
      await page.close()
    },
  )

  test('has no violation where blocks were replaced', async () => {
    await using portal = await openPortal()
    const dispute = { bill: 1, amount: paise(100n), reasonHash: word('why') }
    portal.ledger.record('BillDisputed', household, dispute)
    await portal.ledger.mine(1_789_999_995)
    await portal.ledger.replaceNewest(1_790_000_000)
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, bypassCSP: true })
    for (const look of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: look })
      expect(await violationsAt(page, `${await portal.listen()}/orphans`, look)).toEqual([])
    }
    expect(await tooWide(page)).toEqual([])
    await page.close()
  })
})
