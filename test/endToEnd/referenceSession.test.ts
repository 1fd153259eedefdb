import { describe, expect, test } from 'vitest'
import { openChromium } from '../machine/chromium.ts'
import { need } from '../machine/need.ts'
import { ownPlace, startEverything, wattledger, type Everything } from './startEverything.ts'

const hasChromium = need('chromium')
const chains = [
  { chain: 'anvil', isHere: true, seconds: 20 },
  { chain: 'geth', isHere: need('geth'), seconds: 60 },
]

/** What `show payments` and the portal both say of the account. */
type Paid = {
  payments: { amountPaise: string; balancePaise: string; transaction: string; block: number }[]
}

const json = async (address: string): Promise<unknown> => (await fetch(address)).json()
const text = async (address: string) => (await fetch(address)).text()

const accountOf = ({ portal, code }: Everything) =>
  json(`${portal}/accounts/${code}.json`) as Promise<
    Paid & {
      account: { balancePaise: string; head: { agrees: boolean } }
      bills: { amountPaise: string; status: string; lines: { amountPaise: string }[] }[]
    }
  >

const until = async (isTrue: () => Promise<boolean>, seconds = 30) => {
  const end = Date.now() + seconds * 1000
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Still not so after ${seconds} s`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

describe.each(chains.filter(({ isHere }) => isHere))('npm start on $chain', ({ chain }) => {
  test('plays the reference session, shows it, stops with Ctrl-C and goes on where it ended', async () => {
    await using place = await ownPlace()
    let code: string
    {
      await using first = await startEverything(place, '--chain', chain, '--accounts', '0')
      code = first.code
      await until(async () => (await accountOf(first)).payments.length === 2)
      const { account, bills, payments } = await accountOf(first)
      expect(bills.map((bill) => bill.amountPaise)).toEqual(['250000'])
      expect(bills[0]?.status).toBe('settled')
      expect(payments.map((paid) => [paid.amountPaise, paid.balancePaise])).toEqual([
        ['200000', '50000'],
        ['50000', '0'],
      ])
      expect(account.balancePaise).toBe('0')
      expect(account.head.agrees).toBe(true)

      const chainSays = (await wattledger(place, 'show', 'payments', code)) as Paid
      expect(chainSays.payments.map((paid) => paid.balancePaise)).toEqual(['50000', '0'])

      const proven = async () =>
        ((await json(`${first.portal}/status.json`)) as { proven: number }).proven
      const newest = Math.max(...payments.map(({ block }) => block))
      await until(async () => (await proven()) >= newest)

      const bill = await text(`${first.portal}/accounts/${code}/bills/1`)
      for (const said of ['₹2,500.00', '500 × ₹5.00', '₹2,000.00', '₹500.00', 'They agree'])
        expect(bill).toContain(said)
      expect(await first.interrupt()).toBe(0)
    }
    await expect(fetch(`http://127.0.0.1:${place['PORT']}`)).rejects.toThrow('fetch failed')
    await expect(fetch(`http://127.0.0.1:${place['RPC_PORT']}`)).rejects.toThrow('fetch failed')

    await using second = await startEverything(place, '--accounts', '0')
    expect(second.code).toBe(code)
    const { payments } = await accountOf(second)
    expect(payments.map((paid) => paid.balancePaise)).toEqual(['50000', '0'])
  })

  test.skipIf(!hasChromium)(
    'a payment made by the CLI appears on the open page by itself',
    async () => {
      await using place = await ownPlace()
      await using ledger = await startEverything(place, '--chain', chain, '--accounts', '0')
      await using browser = await openChromium()
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(`${ledger.portal}/accounts/${ledger.code}`)
      await page.getByText('₹2,500.00').first().waitFor()
      await wattledger(place, 'pay', ledger.code, '12.34', '--key', 'consumer')
      await page.getByText('₹12.34').first().waitFor({ timeout: 30_000 })
      expect(complaints).toEqual([])
    },
  )
})

test.skipIf(!need('geth'))(
  'one of three signers can be stopped while everything runs',
  async () => {
    await using place = await ownPlace()
    await using ledger = await startEverything(place, '--chain', 'geth', '--accounts', '0')
    await wattledger(place, 'network', 'stop', 'consumer')
    await wattledger(place, 'pay', ledger.code, '1', '--key', 'consumer')
    await until(async () => (await accountOf(ledger)).payments.length === 3)
    const { account } = await accountOf(ledger)
    expect(account.balancePaise).toBe('-100')
    expect(account.head.agrees).toBe(true)
  },
)

test('a taken port is told by name, with the way out', async () => {
  await using place = await ownPlace()
  await using ledger = await startEverything(place, '--chain', 'anvil', '--accounts', '0')
  const again = startEverything({ ...place, WATTLEDGER_HOME: `${place['WATTLEDGER_HOME']}` })
  await expect(again).rejects.toThrow(/Port \d+, for the portal, is taken: .*PORT=\d+/s)
  expect(ledger.portal).toContain(place['PORT'])
})

test('a fresh start sets the old ledger aside and makes another account', async () => {
  await using place = await ownPlace()
  let former: string
  {
    await using first = await startEverything(place, '--chain', 'anvil', '--accounts', '0')
    former = first.code
  }
  await using second = await startEverything(
    place,
    '--chain',
    'anvil',
    '--accounts',
    '0',
    '--fresh',
  )
  expect(second.code).not.toBe(former)
})

test('a demo town fills in behind it, and goes on where Ctrl-C ended it', async () => {
  await using place = await ownPlace()
  type Demo = { recorded: number; situations: { page: string }[] }
  {
    await using first = await startEverything(place, '--chain', 'anvil')
    expect(await first.interrupt()).toBe(0)
  }
  await using second = await startEverything(place)
  await until(async () => {
    const demo = await fetch(`${second.portal}/demo.json`)
    if (demo.status === 404) return false
    const { recorded, situations } = (await demo.json()) as Demo
    return recorded === situations.length
  }, 120)
  const { situations } = (await json(`${second.portal}/demo.json`)) as Demo
  const pages = situations.map(async ({ page }) => ({
    page,
    status: (await fetch(`${second.portal}${page}.json`)).status,
    isBroken: (await text(`${second.portal}${page}`)).includes('check broken'),
  }))
  expect(await Promise.all(pages)).toEqual(
    situations.map(({ page }) => ({ page, status: 200, isBroken: false })),
  )
})
