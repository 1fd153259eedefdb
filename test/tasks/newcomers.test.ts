import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { type DemoTown, openDemoTown } from './demoTown.ts'
import { newPerson } from './person.ts'
import { type } from './terminal.ts'

describe.skipIf(!need('chromium'))('somebody new, with the demo of `npm start`', () => {
  let town: DemoTown
  let browser: Browser
  beforeAll(async () => {
    town = await openDemoTown()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await town?.[Symbol.asyncDispose]()
  })

  test('finds the bill that a paper names, sees what is wrong with it, and disputes it', async () => {
    const { code: account, bill } = await town.shown('overcharged')
    await using person = await newPerson(browser, town.portal)

    // As it stands on the paper, in a hurry.
    const paper = `Bill ${bill} of account ${account.toLowerCase()}`
    await person.getByRole('searchbox').fill(paper)
    await person.getByRole('button', { name: 'Look up' }).click()
    await person.getByRole('heading', { level: 1, name: `Bill ${bill}` }).waitFor()
    await person.getByText('Far more than usual:').waitFor()
    await person.picture('dispute-1')

    // Whose word the register is, and what makes the difference to the month before.
    await person.getByRole('row', { name: 'entered by hand, with evidence' }).waitFor()
    const more = await person
      .getByRole('row', { name: /This bill asks, \+/ })
      .first()
      .innerText()
    const [, tooMuch = ''] = /\+₹([\d,.]+)/.exec(more) ?? []

    await person.getByRole('link', { name: 'Not right?' }).click()
    await person.getByText('A meter only counts up').waitFor()
    await person.picture('dispute-2', person.getByRole('heading', { name: 'Not right?' }))

    // The line as the page gives it, with a sum and a reason of one's own.
    const line = await person.getByText('npm run wattledger -- dispute').innerText()
    const [asked = ''] = / \d+\.\d\d /.exec(line) ?? []
    const own = line
      .replace(asked, ` ${tooMuch} `)
      .replace('What is wrong, in a sentence', 'My meter shows 900 kWh less than this.')
    const { code, text } = await type(own, town.env)
    expect([code, text]).toEqual([0, expect.stringContaining(`disputed for ₹${tooMuch}`)])

    // The page is still open: it says so by itself.
    await person.getByText(`₹${tooMuch} of this bill is disputed`).waitFor()
    await person.getByText('the regulator has not decided yet').waitFor()
    await person.picture('dispute-3')
  })

  test('finds every estimate that followed another and was later corrected, and that these are all', async () => {
    await using person = await newPerson(browser, town.portal)
    await person.getByRole('link', { name: 'Browse the ledger' }).click()
    const show = person.getByLabel('Show', { exact: true })
    const offered = (await show.innerText()).split('\n').map((words) => words.trim())
    const label = offered.find((words) => /followed another.*later corrected/.test(words)) ?? ''
    await show.selectOption({ label })
    await person.getByRole('button', { name: 'Show' }).click()
    await person.getByRole('heading', { level: 1, name: label }).waitFor()
    const all = await person.getByText('This is all of it:').innerText()
    await person.picture('estimates-1', person.getByText('Nobody read the meter, twice running.'))

    // The file holds the same; and so do all readings of the ledger, gone through one by one.
    const file = person.getByRole('link', { name: 'All of it as one CSV file' })
    const [, ...lines] = (await person.download(file)).trim().split('\r\n')
    const expected = await estimatesCorrected(town.portal)
    expect(expected.length).toBeGreaterThan(0)
    expect(lines).toHaveLength(expected.length)
    expect(all).toBe(
      `This is all of it: ${expected.length} ${expected.length === 1 ? 'entry' : 'entries'}.`,
    )

    for (const { bill, before, corrector } of expected) {
      const line = person
        .getByRole('listitem')
        .filter({ hasText: `It followed the estimate of bill ${before}` })
      await line.getByRole('link', { name: `bill ${bill}`, exact: true }).click()
      await person.getByText('This bill is an estimate: nobody read the meter.').waitFor()
      await person.getByRole('link', { name: `Bill ${corrector}`, exact: true }).click()
      await person.getByText('The meter was read again after 2 estimates').waitFor()
      await person.getByRole('row', { name: `Already charged by bill ${bill}` }).waitFor()
      await person.picture('estimates-2')
      await person.getByRole('link', { name: 'Ledger', exact: true }).click()
      await person.getByLabel('Show', { exact: true }).selectOption({ label })
      await person.getByRole('button', { name: 'Show' }).click()
    }
  })

  test('finds the payment that the bank has and the ledger lacks, posts it, and sees it as paid', async () => {
    const { code: account, bill } = await town.shown('part-paid')
    const home = String(town.env['WATTLEDGER_HOME'])
    await using person = await newPerson(browser, town.portal)

    await person.getByRole('link', { name: 'Reconcile' }).click()
    await person.getByRole('heading', { name: 'The bank’s statement' }).waitFor()
    await person.picture('reconcile-1')
    const compare = (await person.getByText('npm run wattledger -- reconcile').innerText())
      .replace('STATEMENT.csv', `"${join(home, 'bank-statement.csv')}"`)
      .concat(` --out "${join(home, 'reports')}"`)
    const first = await type(compare, town.env)
    expect([first.code, first.text]).toEqual([1, expect.stringContaining('Bank and ledger differ')])

    await person.openFile(/Report: (.+?);/.exec(first.text)?.[1] ?? '')
    await person.getByRole('heading', { level: 1, name: 'Bank and ledger differ' }).waitFor()
    await person.getByText('paid, but shown as unpaid.').waitFor()
    await person.picture('reconcile-2')
    const sign = await person.getByText('npm run wattledger -- receipt batch').innerText()

    // As its consumer sees it: asked for, although it was paid.
    const missing = person.getByRole('row', { name: 'ready to sign' })
    const [amount = ''] = /₹[\d,.]+/.exec(await missing.innerText()) ?? []
    await missing.getByRole('link', { name: account }).click()
    await person
      .getByRole('row', { name: `Bill ${bill} ` })
      .getByText('part paid')
      .waitFor()

    const signed = await type(sign, town.env)
    expect([signed.code, signed.text]).toEqual([0, expect.stringContaining('1 receipt')])
    await person
      .getByRole('row', { name: `Bill ${bill} ` })
      .getByText('settled')
      .waitFor()
    await person.getByRole('row', { name: `UPI −${amount}` }).waitFor()
    await person.picture('reconcile-3')

    const second = await type(compare, town.env)
    expect([second.code, second.text]).toEqual([
      0,
      expect.stringContaining('Bank and ledger agree.'),
    ])
  })
})

interface Reading {
  readonly account: string
  readonly bill: number
  readonly kind: number
}
const ESTIMATED = 2

/** Straight from the rows of the whole ledger: estimates after an estimate, with a real reading since. */
const estimatesCorrected = async (portal: string) => {
  const read = (address: string) => fetch(portal + address, { signal: AbortSignal.timeout(30_000) })
  const { tables } = (await (await read('/export.json')).json()) as {
    tables: { table: string; jsonl: string }[]
  }
  const address = tables.find(({ table }) => table === 'reading')?.jsonl ?? ''
  const rows = (await (await read(address)).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading)
  return [...Map.groupBy(rows, ({ account }) => account).values()].flatMap((readings) =>
    readings.flatMap(({ bill, kind }, i) => {
      const before = readings[i - 1]
      const corrector = readings.slice(i + 1).find((later) => later.kind !== ESTIMATED)
      return kind === ESTIMATED && before?.kind === ESTIMATED && corrector !== undefined
        ? [{ bill, before: before.bill, corrector: corrector.bill }]
        : []
    }),
  )
}
