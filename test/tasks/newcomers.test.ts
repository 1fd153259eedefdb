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
})
