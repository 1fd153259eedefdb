import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { complaintsOf, sheetsOf, tooWide } from './looks.ts'
import { openSituations, type OpenSituations } from './openSituations.ts'
import { codeFor, returnedCheque, type Situation, situations } from './situations.ts'

const bill = (situation: Situation, number: number) =>
  `/accounts/${codeFor(situation)}/bills/${number}`
const pages = [
  ...situations.map((situation) => `/accounts/${codeFor(situation)}`),
  bill('estimated', 4),
  bill('estimated', 5),
  bill('replaced', 3),
  bill('rolled', 2),
  bill('revised', 2),
  bill('pair', 3),
  bill('lied', 2),
  bill('open', 1),
  bill('instalments', 1),
  bill('station', 3),
  bill('closed', 2),
  '/tariffs',
  '/tariffs/3',
  '/board',
  '/due?age=held',
  '/ledger?kind=estimated',
  '/ledger?kind=revision',
  '/totals',
  '/payments',
  '/actors',
  '/blocks',
  '/orphans',
  '/export',
  '/verify',
  `/references/${returnedCheque}`,
]

describe.skipIf(!need('chromium'))('every situation in Chromium', () => {
  let town: OpenSituations
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    town = await openSituations()
    browser = await openChromium()
    origin = await town.listen()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.[Symbol.asyncDispose]()
  })

  // A screen of 1280 px at a zoom of 200 % has 640.
  test.each([1280, 640, 360])('fits a screen of %i px, details opened too', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } })
    const complaints = complaintsOf(page)
    for (const address of pages) {
      await page.goto(origin + address)
      await page.evaluate(
        'document.querySelectorAll("details").forEach((one) => (one.open = true))',
      )
      expect([address, await tooWide(page)]).toEqual([address, []])
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  test('keeps the numbers of a month in sight on a phone', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${origin}/outliers`)
    const july = page.locator('.months tr', { hasText: 'July 2026' })
    expect(await july.innerText()).toContain('1 (16.7%)')
    await page.close()
  })

  test('fits a sheet of paper, where it is a bill', async () => {
    const page = await browser.newPage()
    for (const address of [
      bill('changed', 2),
      bill('changed', 3),
      bill('estimated', 4),
      bill('estimated', 5),
      bill('rolled', 2),
      bill('replaced', 3),
      bill('revised', 2),
      bill('pair', 3),
      bill('freed', 3),
      bill('lied', 2),
      bill('lies', 4),
      bill('open', 1),
      `${bill('open', 1)}?lang=hi`,
      `${bill('open', 1)}?lang=as`,
      `${bill('lied', 2)}?lang=as`,
      bill('upheld', 1),
      bill('refunded', 1),
      bill('credit', 3),
      bill('closed', 2),
      bill('quarter', 2),
      bill('instalments', 1),
      bill('station', 3),
    ]) {
      await page.goto(origin + address)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect([address, sheetsOf(pdf)]).toEqual([address, 1])
    }
    await page.close()
  })
})
