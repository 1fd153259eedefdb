import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openReceiptSecret,
  receiptReferences,
  secretsFolder,
} from '../../chain/cli/receiptReference.ts'
import { createKey } from '../../chain/keys/keystore.ts'
import { codeOf, newAccountId } from '../../contracts/rules/accountCode.ts'
import { cpuSecondsOf } from './measure/cpuTime.ts'

/**
 * How long `wattledger reconcile` takes for a statement and an export of so many lines each, the program's start, the
 * secret's key derivation and all reports included. One line in 50 is not on the ledger, one in 100 has another amount.
 * `node test/bench/reconcile.ts [lines]` (100,000), once for CSV and once for camt.053.
 */
const lines = Number(process.argv[2] ?? 100_000)
const PASSPHRASE = 'monsoon over Guwahati'
const home = await mkdtemp(join(tmpdir(), 'wattledger-bench-'))
try {
  await createKey(secretsFolder(home), 'receipts', PASSPHRASE)
  const source = { home, file: undefined, environment: PASSPHRASE, environmentFile: undefined }
  const secret = await openReceiptSecret({ home, passphrase: source })
  const hashOf = receiptReferences(secret)
  const codes = Array.from({ length: 5_000 }, () => codeOf(newAccountId()))
  const statement = [
    'Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance',
  ]
  const entries: string[] = []
  const payments = ['day,account,amountPaise,channel,reference,reversedDay,seq,transaction,block']
  for (let i = 0; i < lines; i++) {
    const code = codes[i % codes.length] ?? ''
    const date = String(1 + Math.floor((28 * i) / lines)).padStart(2, '0')
    const utr = String(412_000_000_000 + i)
    const rupees = 100 + (i % 4_000)
    const text = `UPI-PAYER ${i}-PAYER@BANK-${code}-${utr}`
    statement.push(`${date}/05/26,${text},0000${utr},${date}/05/26,,"${rupees}.50",1`)
    entries.push(
      `<Ntry><Amt Ccy="INR">${rupees}.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-05-${date}</Dt></BookgDt><NtryDtls><TxDtls><Refs><TxId>${utr}</TxId></Refs><RmtInf><Ustrd>UPI ${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    )
    if (i % 50 === 7) continue
    const paise = rupees * 100 + (i % 100 === 3 ? 51 : 50)
    const hash = hashOf('upi', utr, 1)
    payments.push(`2026-05-${date},${code},${paise},upi,${hash},,${i + 1},${hash},${i}`)
  }
  const camt = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries.join('\n')}</Stmt></BkToCstmrStmt></Document>`
  await writeFile(join(home, 'export.csv'), payments.join('\n'))
  for (const [name, text] of [
    ['statement.csv', statement.join('\n')],
    ['statement.xml', camt],
  ] as const) {
    await writeFile(join(home, name), text)
    const [begun, usedBefore] = [Date.now(), cpuSecondsOf(process.pid)]
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(import.meta.dirname, '..', '..', 'chain', 'cli', 'main.ts'),
        'reconcile',
        join(home, name),
        '--export',
        join(home, 'export.csv'),
        '--as-of',
        '2026-06-01',
        '--out',
        join(home, `${name}-reports`),
      ],
      {
        env: { ...process.env, WATTLEDGER_HOME: home, WATTLEDGER_PASSPHRASE: PASSPHRASE },
        encoding: 'utf8',
      },
    )
    if (status !== 1) throw new Error(`It ended with ${status}: ${stdout}${stderr}`)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    const used = (cpuSecondsOf(process.pid) - usedBefore).toFixed(1)
    console.log(
      `${lines} lines of ${name} (${text.length} bytes) in ${seconds} s, ${used} s of processor time`,
    )
    console.log(stdout)
  }
} finally {
  await rm(home, { recursive: true, force: true })
}
