import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, returnedCheque, type Situation } from './situations.ts'

const account = (situation: Situation) => `/accounts/${codeFor(situation)}`
const bill = (situation: Situation, number: number) => `${account(situation)}/bills/${number}`

/** The kinds of pages that differ in what they are made of, and their states that look different. */
const pages = [
  '/',
  account('changed'),
  account('money'),
  bill('estimated', 5),
  bill('revised', 2),
  bill('lied', 2),
  bill('station', 3),
  '/tariffs',
  '/tariffs/3',
  `/references/${returnedCheque}`,
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
  '/orphans',
  '/status',
  '/privacy',
  '/search?q=nothing-like-this',
]

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

  test.each([1280, 360])(
    'has no violation at %i px, light or dark, details opened too',
    async (width) => {
      // The pages' own policy forbids what a test brings along.
      const page = await browser.newPage({ viewport: { width, height: 740 }, bypassCSP: true })
      for (const address of pages) {
        await page.goto(origin + address)
        await page.addScriptTag({ content: axe })
        await page.evaluate(
          'document.querySelectorAll("details").forEach((one) => (one.open = true))',
        )
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          // Light or dark, a page is made of the same elements: only its colours are another question.
          const violations = await violationsOf(
            page,
            colorScheme === 'light' ? null : ['color-contrast'],
          )
          expect([address, colorScheme, violations]).toEqual([address, colorScheme, []])
        }
      }
      await page.close()
    },
  )
})
