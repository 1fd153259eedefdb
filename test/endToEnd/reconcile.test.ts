import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownPlace, startEverything, wattledger } from './startEverything.ts'

type Reconciled = {
  agrees: boolean
  differences: { difference: string; lines: { line: number }[] }[]
  reports: { page: string; toSign: string; toComplete: string }
}

/** Runs the CLI to its end, whatever its exit code. */
const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['chain/cli/main.ts', '--json', ...args],
      { env },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })

test('a payment that the bank has and the ledger lacks is found, posted, and then bank and ledger agree', async () => {
  await using place = await ownPlace()
  await using ledger = await startEverything(place, '--chain', 'anvil', '--accounts', '0')
  const { code, env, portal } = ledger
  const home = String(env['WATTLEDGER_HOME'])
  await wattledger(env, 'receipt', 'secret')
  const post = (amount: string, reference: string, part = '1') =>
    wattledger(
      env,
      'receipt',
      'post',
      code,
      amount,
      '--channel',
      'upi',
      '--reference',
      reference,
      '--part',
      part,
    )
  await post('100', '412345678901')
  // One transfer that was entered as two instalments.
  await post('150', '412345678902')
  await post('50', '412345678902', '2')
  await post('75', '412345678903')

  const payments = async () => (await fetch(`${portal}/payments.csv`)).text()
  // A heading, the reference session's two, and these.
  const shown = (count: number) =>
    expect
      .poll(async () => (await payments()).trim().split('\n').length, { timeout: 60_000 })
      .toBe(1 + 2 + count)
  await shown(4)

  const today = /^(\d{4}-\d\d-\d\d),/m.exec(await payments())?.[1] ?? ''
  const bank = join(home, 'bank.csv')
  const row = (utr: string, rupees: string, words = 'bill') =>
    `${today},UPI-RAVI-RAVI@BANK-${utr}-${words},0000${utr},${today},,${rupees},0`
  await writeFile(
    bank,
    [
      'Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance',
      row('412345678901', '100.00'),
      row('412345678902', '200.00'),
      row('412345678903', '75.00'),
      row('412345678904', '"1,234.50"', `bill of ${code}`),
    ].join('\n'),
  )
  const reconcile = (...more: string[]) =>
    run(env, 'reconcile', bank, '--out', join(home, 'reports'), ...more)

  const first = await reconcile()
  expect([first.code, first.stderr]).toEqual([1, ''])
  const found = JSON.parse(first.stdout) as Reconciled
  expect(found.agrees).toBe(false)
  expect(found.differences).toMatchObject([{ difference: 'bankOnly', lines: [{ line: 5 }] }])
  expect(await readFile(found.reports.page, 'utf8')).toContain('₹1,234.50')

  const batch = await run(env, 'receipt', 'batch', found.reports.toSign)
  expect([batch.code, batch.stderr]).toEqual([0, ''])
  await shown(5)

  // From the portal's file as well, saved; without writing anything.
  const saved = join(home, 'payments.csv')
  await writeFile(saved, await payments())
  for (const more of [[], ['--export', saved, '--dry-run']]) {
    const second = await reconcile(...more)
    expect([second.code, second.stderr]).toEqual([0, ''])
    expect(JSON.parse(second.stdout)).toMatchObject({ agrees: true, differences: [] })
  }

  const gone = await reconcile('--export', 'http://127.0.0.1:1/')
  expect([gone.code, gone.stderr]).toEqual([
    3,
    expect.stringMatching(/^The portal at http:\/\/127.0.0.1:1\/payments.csv does not answer/),
  ])
})
