import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { paise } from '../../contracts/rules/units.ts'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { household, reference } from './exampleLedger.ts'
import { complaintsOf, sheetsOf, tooWide } from './looks.ts'
import { type OpenPortal, openPortal } from './openPortal.ts'
import { manifest, word } from './writtenLedger.ts'

const home = codeOf(household)
const school = codeOf(reference)
const pages = [
  '/',
  '/accounts',
  `/accounts/${home}`,
  `/accounts/${home}/bills/5`,
  '/tariffs',
  '/tariffs/2',
  '/payments',
  '/totals',
  `/references/0x${'ab'.repeat(32)}`,
  '/ledger',
  '/blocks/14',
  '/status',
  '/privacy',
  '/accounts/HH0Z5-9PGFF-G',
]

describe.skipIf(!need('chromium'))('in Chromium', () => {
  let portal: OpenPortal
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    portal = await openPortal()
    browser = await openChromium()
    origin = await portal.listen()
  })
  afterAll(async () => {
    await browser.close()
    await portal[Symbol.asyncDispose]()
  })

  test('no page breaks its own policy, or throws', async () => {
    const page = await browser.newPage()
    const complaints = complaintsOf(page)
    for (const address of pages) await page.goto(origin + address)
    await page.close()
    // The one page that is a refusal is reported as such.
    expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([])
  })

  test.each([1280, 360])('nothing is wider than a screen of %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 740 } })
    for (const address of pages) {
      await page.goto(origin + address)
      expect([address, await tooWide(page)]).toEqual([address, []])
    }
    await page.close()
  })

  test('pages are whole without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(origin)
    await page.getByRole('searchbox').fill(`${home}/6`)
    await page.getByRole('button', { name: 'Look up' }).click()
    expect(page.url()).toBe(`${origin}/accounts/${home}/bills/6`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Bill 6')
    // What only a script can do isn't offered.
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await context.close()
  })

  test('a bill is one sheet of paper, in every language, even one cut at a tariff change', async () => {
    const page = await browser.newPage()
    for (const number of [5, 6]) {
      await page.goto(`${origin}/accounts/${home}/bills/${number}`)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect([number, sheetsOf(pdf)]).toEqual([number, 1])
    }
    for (const language of ['hi', 'as']) {
      await page.goto(`${origin}/accounts/${home}/bills/5?lang=${language}`)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect([language, sheetsOf(pdf)]).toEqual([language, 1])
    }
    await page.close()
  })

  test('the keyboard comes to the content first, and sees where it is', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/accounts/${home}`)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.innerText()).toBe('Skip to the content')
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe(
      'solid',
    )
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
    await page.close()
  })

  test('a new entry appears by itself; focus, scroll and what was opened stay', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 500 } })
    const complaints = complaintsOf(page)
    await page.goto(`${origin}/accounts/${school}`)
    await page.getByText('entries of this account, newest first').click()
    const link = page.getByRole('link', { name: 'Bill 1', exact: true })
    await link.focus()
    await page.evaluate('window.scrollTo(0, 300)')

    portal.ledger.record('PaymentMade', reference, {
      payer: manifest.parties.treasury,
      amount: paise(12_345n),
      channel: 1,
      receiptReference: word('while the page is open'),
      balance: paise(-12_345n),
    })
    await portal.ledger.mine(1_794_300_000)
    await portal.ledger.report()

    await page.getByText('₹123.45').first().waitFor({ timeout: 15_000 })
    expect(await page.getByText('Credit: it pays the next bills.').count()).toBe(1)
    expect(await page.evaluate('window.scrollY')).toBe(300)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Bill 1')
    const opened = page.locator('details', { hasText: 'entries of this account' })
    expect(await opened.evaluate((element) => element.hasAttribute('open'))).toBe(true)
    expect(await page.locator('#pulse').innerText()).toContain(`Block ${portal.ledger.block}`)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('a portal that stopped is said to have stopped', async () => {
    await using other = await openPortal()
    const page = await browser.newPage()
    await page.goto(`${await other.listen()}/accounts/${home}`)
    await page.route('**/pulse*', (route) => route.abort())
    await page.getByText('The portal does not answer').waitFor({ timeout: 15_000 })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(home)
    await page.close()
  })
})
