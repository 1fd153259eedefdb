import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileOf, textOf } from '../contracts/proof/evidence/recorded.ts'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { type OpenPortal, openPortal } from './openPortal.ts'

describe.skipIf(!need('chromium'))('the verify page, in Chromium', () => {
  let portal: OpenPortal
  let browser: Browser
  let origin: string
  let folder: string
  beforeAll(async () => {
    portal = await openPortal({ isEmpty: true })
    browser = await openChromium()
    origin = await portal.listen()
    folder = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  })
  afterAll(async () => {
    await browser.close()
    await portal[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  /** The page as it is when it has loaded, cut off from any network since then. */
  const openOffline = async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    const sent: string[] = []
    await page.goto(`${origin}/verify`, { waitUntil: 'networkidle' })
    page.on('request', (request) => {
      if (!request.url().includes('/pulse')) sent.push(request.url())
    })
    await context.setOffline(true)
    return { page, complaints, sent, close: () => context.close() }
  }

  const verdictOf = async (page: Page): Promise<string> => {
    await page.locator('#verdict[data-outcome]').waitFor()
    return page.locator('#verdict').innerText()
  }

  test('verifies a chosen file in the browser, under its policy, and sends nothing', async () => {
    const { page, complaints, sent, close } = await openOffline()
    await page.getByLabel('Trust file of a party you trust').setInputFiles(fileOf('trust'))
    await page.getByLabel('Evidence', { exact: true }).setInputFiles(fileOf('eventful'))
    const verdict = await verdictOf(page)
    expect(verdict).toContain('Proven. Account ')
    expect(verdict).toContain('2 of 3 parties vouch')
    expect(await page.locator('#verdict tbody tr').count()).toBe(7)
    // Nothing about the policy: being offline makes the pulse fail, which the page says itself.
    expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    expect(sent).toEqual([])
    await close()
  })

  test('says why a file is refused, and that no trust file was given', async () => {
    const { page, close } = await openOffline()
    const cut = path.join(folder, 'cut.json')
    await writeFile(cut, textOf('plain').replace('"BillIssued"', '"PaymentMade"'))
    await page.getByLabel('Evidence', { exact: true }).setInputFiles(cut)
    expect(await verdictOf(page)).toContain('Refused: this file proves nothing.')
    await page.getByLabel('Evidence', { exact: true }).setInputFiles(fileOf('plain'))
    await page.locator('#verdict[data-outcome="unpinned"]').waitFor()
    expect(await verdictOf(page)).toContain('No trust file was given')
    await close()
  })

  test('takes files that are dropped, and tells the trust file by what it says', async () => {
    const { page, close } = await openOffline()
    const files = [textOf('plain'), await readFile(fileOf('trust'), 'utf8')]
    await page.evaluate(`(() => {
      const dropped = new DataTransfer()
      for (const text of ${JSON.stringify(files)}) dropped.items.add(new File([text], 'file.json'))
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true }))
    })()`)
    await page.locator('#verdict[data-outcome="proven"]').waitFor()
    expect(await verdictOf(page)).toContain('Nothing is left out')
    await close()
  })

  test('fits a telephone, and can be used without a mouse', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${origin}/verify`)
    await page.getByLabel('Evidence', { exact: true }).setInputFiles(fileOf('eventful'))
    await verdictOf(page)
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(360)
    expect(await page.evaluate('document.activeElement.id')).toBe('verdict')
    await page.close()
  })
})
