import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../contracts/rules/accountCode.ts'
import { household, reference, waiting } from './exampleLedger.ts'
import { type OpenPortal, openPortal, wordsOf } from './openPortal.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal[Symbol.asyncDispose]())

const home = codeOf(household)
const school = codeOf(reference)
const pages = [
  '/',
  '/accounts',
  `/accounts/${home}`,
  `/accounts/${school}`,
  `/accounts/${codeOf(waiting)}`,
  `/accounts/${home}/bills/5`,
  `/accounts/${home}/bills/7`,
  `/accounts/${school}/bills/1`,
  `/accounts/${home}/evidence`,
  '/tariffs',
  '/tariffs/2',
  '/payments',
  '/board',
  '/due',
  '/totals',
  '/ledger',
  '/ledger?kind=estimated',
  '/outliers',
  '/actors',
  '/blocks',
  '/blocks/3',
  '/signers',
  '/orphans',
  '/status',
  '/privacy',
  '/verify',
  '/search?q=nothing-like-this',
  '/search?q=0x12',
  '/accounts/K7Q29',
  '/no-such-page',
]

/** What is the same in every language: units, names of things that have no other, what a command or an address says. */
const neutral = new Set(
  'kWh kW UPI IST JSON CSV Geth anvil Node verify mjs wattledger PASS FAIL Green Button XML BOARD REGULATOR TARIFF OPERATIONS CASHIER English LT II'.split(
    ' ',
  ),
)

/** The texts of a page that are said to people, without what is marked as English, code, hashes, formulas and addresses. */
const saidOn = (html: string): string => {
  const body = html
    .slice(html.indexOf('<body'))
    .replaceAll(/<(\w+)[^>]*\slang="en"[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<(code|pre|script)\b[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(
      /<(\w+)[^>]*class="[^"]*\b(?:hash|code|formula|place|limit)\b[^"]*"[^>]*>.*?<\/\1>/gs,
      '',
    )
  const read = [...body.matchAll(/\s(?:aria-label|placeholder|data-label|data-lost)="([^"]*)"/g)]
  return `${wordsOf(body.replaceAll('<', ' <'))} ${read.map(([, text]) => text).join(' ')}`
}

const english = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w./-])[A-Za-z]{2,}(?![\w/-])/g)]
      .map(([word]) => word)
      .filter((word) => !neutral.has(word)),
  ),
]

describe.each(['hi', 'as'])('in %s', (language) => {
  test.each(pages)('%s says nothing in English', async (page) => {
    const answer = await portal.get(`${page}${page.includes('?') ? '&' : '?'}lang=${language}`)
    expect(answer.status).toBeLessThan(500)
    const html = await answer.text()
    expect(html).toContain(`<html lang="${language}">`)
    const said = saidOn(html)
    expect(said.length).toBeGreaterThan(100)
    expect(english(said)).toEqual([])
  })
})

test('what is left in English would be found', async () => {
  expect(english(saidOn(await portal.text('/privacy?lang=en')))).toContain('Accounts')
})
