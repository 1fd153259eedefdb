import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay, startOfDay } from '../../contracts/rules/day.ts'
import { formatRupees } from '../../contracts/rules/money.ts'
import { paise } from '../../contracts/rules/units.ts'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { openPortal } from '../portal/openPortal.ts'
import { openSituations, type OpenSituations } from '../portal/openSituations.ts'
import { newPerson } from './person.ts'

describe.skipIf(!need('chromium'))('an auditor, by what is read on the pages alone', () => {
  let town: OpenSituations
  let browser: Browser
  let portal: string
  beforeAll(async () => {
    town = await openSituations()
    browser = await openChromium()
    portal = await town.listen()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.[Symbol.asyncDispose]()
  })

  test('finds which bills a tariff priced, and how many rupees that were', async () => {
    await using person = await newPerson(browser, portal)
    await person.getByRole('link', { name: 'Tariffs', exact: true }).click()
    const row = person.getByRole('row', { name: 'tariff 1' }).first()
    const [charged = ''] = /₹[\d,.]+$/.exec((await row.innerText()).trim()) ?? []
    await row.getByRole('link', { name: charged }).click()
    await person.getByRole('heading', { level: 1, name: 'Tariff 1' }).waitFor()
    const said = await person.getByText('parts of bills: ').innerText()
    expect(said).toContain(`${charged} in all`)

    // The file has every part; what a correction replaced is marked in it, as it is struck through here.
    const file = person.getByRole('link', { name: 'All of it as one CSV file' })
    const parts = parse<Record<string, string>>(await person.download(file), { columns: true })
    const standing = parts.filter(({ isSuperseded }) => isSuperseded === 'false')
    expect(standing.length).toBeLessThan(parts.length)
    expect(said).toMatch(new RegExp(`^${standing.length} parts of bills`))
    const sum = standing.reduce((total, part) => total + BigInt(part['chargePaise'] ?? ''), 0n)
    expect(formatRupees(paise(sum))).toBe(charged)
  })

  test('finds who posted adjustments above ₹1,000 in a month, and in which role', async () => {
    await using person = await newPerson(browser, portal)
    await person.getByRole('link', { name: 'Browse the ledger' }).click()
    await person.getByLabel('Show', { exact: true }).selectOption({ label: 'Adjustments' })
    await person.getByLabel('From', { exact: true }).fill('2026-03-01')
    await person.getByLabel('To', { exact: true }).fill('2026-03-31')
    await person.getByText('By category, account, key, amount').click()
    await person.getByLabel('₹ at least').fill('1000')
    await person.getByRole('button', { name: 'Show' }).click()
    await person.getByText('This is all of it: 1 entry.').waitFor()
    // What was asked for stays in sight.
    await person.getByLabel('₹ at least').waitFor()
    const entry = person.getByRole('listitem').filter({ hasText: '₹1,845.00 credited to' })
    expect(await entry.innerText()).toContain('5 Mar 2026, by the regulator')

    // What else that key did, and who gave it its role.
    await entry.getByRole('link', { name: 'the regulator' }).click()
    await person.getByRole('heading', { level: 1, name: 'What one key recorded' }).waitFor()
    await person.getByText('given on').waitFor()
    await person.getByRole('link', { name: 'Adjustment: ' }).waitFor()
  })

  test('finds which signer was silent longest, and when', async () => {
    await using sealed = await openPortal()
    // The board's turn comes on the first of three more days, and another party's block wins.
    for (const day of ['2026-11-11', '2026-11-12', '2026-11-13'].map((day) => parseDay(day))) {
      await sealed.ledger.mine(startOfDay(day))
      if (sealed.ledger.block % 3 === 0) await sealed.ledger.replaceNewest(startOfDay(day) + 5)
    }
    await using person = await newPerson(browser, await sealed.listen())
    await person.getByRole('link', { name: 'Status', exact: true }).click()
    await person.getByRole('link', { name: 'who was silent' }).click()
    await person.getByRole('heading', { level: 1, name: 'Who sealed the blocks' }).waitFor()
    const silences: { party: string; days: number; said: string }[] = []
    for (const party of ['The board', 'The consumers’ forum', 'The regulator']) {
      const row = person.getByRole('row').filter({ hasText: party }).first()
      const said = await row.getByRole('cell').last().innerText()
      silences.push({ party, days: Number.parseInt(said, 10), said })
    }
    const [longest] = silences.toSorted((a, b) => b.days - a.days)
    const said = '5 days, 9 Nov 2026 to 13 Nov 2026'
    expect(longest).toEqual({ party: 'The board', days: 5, said })
    await person.getByText('silent now').waitFor()
  })
})
