import '../../../seeds.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountNamed } from '../../../../chain/cli/reconcile/accountNamed.ts'
import { parseBankAmount } from '../../../../chain/cli/reconcile/bankAmount.ts'
import { parseBankDay } from '../../../../chain/cli/reconcile/bankDay.ts'
import { bankReferences } from '../../../../chain/cli/reconcile/bankReferences.ts'
import { channelOf } from '../../../../chain/cli/reconcile/channelOf.ts'
import { makeMap } from '../../../../chain/cli/reconcile/columnMap.ts'
import { knownMaps } from '../../../../chain/cli/reconcile/knownMaps.ts'
import { plainRupees } from '../../../../contracts/rules/money.ts'
import { readStatement } from '../../../../chain/cli/reconcile/readStatement.ts'
import { formatDay } from '../../../../chain/cli/quantities.ts'
import { codeOf, newAccountId } from '../../../../contracts/rules/accountCode.ts'
import { decimalText } from '../../../../contracts/rules/decimal.ts'
import { dayNumber } from '../../../../contracts/rules/units.ts'

const code = codeOf(newAccountId())
const as = { file: 0, maps: knownMaps, channel: undefined, known: new Set<string>() }
const read = (text: string, more: object = {}) =>
  readStatement('bank.csv', text, { ...as, ...more })
const linesOf = (text: string) =>
  read(text).lines.map(({ line, day, amount, isCredit, references, channel }) => [
    line,
    formatDay(day),
    isCredit ? amount : 0n - amount,
    references[0],
    channel,
  ])

describe('a bank’s day', () => {
  test.each([
    ['03/05/26', '2026-05-03'],
    ['3-5-2026', '2026-05-03'],
    ['03.05.2026', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
    ['03-MAY-26', '2026-05-03'],
    ['2026-05-03', '2026-05-03'],
    ['2026-05-03T23:10:00+05:30', '2026-05-03'],
    ['03/05/2026 11:42:09 PM', '2026-05-03'],
  ])('%s is %s', (text, day) => expect(formatDay(parseBankDay(text))).toBe(day))

  test.each(['31/02/2026', '5/13/2026', 'May', '', '2026-05', '03/05/2026x'])(
    '%s is refused',
    (text) => expect(() => parseBankDay(text)).toThrow(`"${text}" is no day`),
  )

  test('may be written month first, where a map says so', () => {
    expect(formatDay(parseBankDay('05/31/2026', 'mdy'))).toBe('2026-05-31')
  })

  test('of any form is the day it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11_000, max: 40_000 }), (number) => {
        const day = formatDay(dayNumber(number))
        const [year, month, date] = day.split('-')
        for (const text of [day, `${date}/${month}/${year}`, `${date}-${month}-${year}`])
          expect(parseBankDay(text)).toBe(number)
      }),
    )
  })
})

describe('a bank’s amount', () => {
  test('is read to the paisa, however its digits are grouped', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), (amount) => {
        for (const text of [decimalText(amount, 2, 2), `₹ ${plainRupees(amount)}`])
          expect(parseBankAmount(text).amount).toBe(amount)
        expect(parseBankAmount(`INR ${plainRupees(amount)} Dr`)).toEqual({ amount, word: 'dr' })
      }),
    )
  })

  test.each(['1.234', 'about 5', '1e3', '12,34.5.6', '99999999999999999'])(
    '%s is refused',
    (text) => expect(() => parseBankAmount(text)).toThrow(text),
  )

  test.each(['', '-', '0.00', ' '])('"%s" is none', (text) =>
    expect(parseBankAmount(text.trim()).amount).toBe(0n),
  )
})

describe('what a bank’s text tells', () => {
  test.each([
    ['UPI/412345678901/Ravi', 'upi'],
    ['NEFT-SBIN426012345678-A DAS', 'bank'],
    ['CASH DEPOSIT AT BRANCH', 'cash'],
    ['POS 4386XX SETTLEMENT', 'card'],
    ['CHQ DEP 004512', 'bank'],
  ])('%s came by %s', (text, channel) => expect(channelOf(text)).toBe(channel))

  test('is the account, where one code has the right check symbol', () => {
    expect(accountNamed(`UPI/bill of ${code.toLowerCase()}/x`)).toBe(code)
    const wrong = code.replace(/^./, (symbol) => (symbol === '7' ? '8' : '7'))
    expect(accountNamed(`UPI/bill of ${wrong}`)).toBeUndefined()
  })

  test('is no account, where it names two', () => {
    const other = codeOf(newAccountId())
    expect(accountNamed(`${code} and ${other}`)).toBeUndefined()
    expect(accountNamed(`${code} and again ${code}`)).toBe(code)
  })

  test('is an account without dashes only if the ledger knows it: a branch code looks alike', () => {
    const bare = code.replaceAll('-', '')
    expect(accountNamed(`UPI ${bare}`)).toBeUndefined()
    expect(accountNamed(`UPI ${bare}`, new Set([code]))).toBe(code)
  })

  test('is a reference where the column has none, without the zeros that fill it', () => {
    expect(bankReferences(['0000412345678901'], '')[0]).toBe('412345678901')
    expect(bankReferences(['000412'], '')).toEqual(['000412', '412'])
    expect(bankReferences(['', '0', 'NA', '-', '=cmd'], 'UPI/412345678901/x')).toEqual([
      '412345678901',
    ])
    expect(bankReferences(['="0000412345678901"'], '')[0]).toBe('412345678901')
    expect(bankReferences([''], 'NEFT-SBINR12026050312345678-X')[0]).toBe('SBINR12026050312345678')
    expect(bankReferences([''], 'ELECTRICITYBOARD THANKS')).toEqual([])
  })
})

describe('a statement', () => {
  test('is found below the bank’s address, and ends before its summary', () => {
    const text = `A BANK LTD\nStatement of account 123,,,"x"\n\nDate,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
********,*****,****,****,****,****,****
03/05/26,UPI-RAVI-RAVI@BANK-412345678901-BILL,0000412345678901,03/05/26,,"1,234.50","9,999.00"
04/05/26,"CHQ RETURN, 004512",004512,04/05/26,500.00,,"9,499.00"

STATEMENT SUMMARY :-
Opening Balance,Dr Count,Cr Count,Debits,Credits,Closing Bal
"8,765.00",1,1,500.00,"1,234.50","9,499.00"
`
    expect(linesOf(text)).toEqual([
      [6, '2026-05-03', 123_450n, '412345678901', 'upi'],
      [7, '2026-05-04', -50_000n, '004512', 'bank'],
    ])
    expect(read(text).leftOut).toEqual([
      { line: 5, why: 'without day and money' },
      { line: 9, why: 'the summary, and what follows it' },
    ])
  })

  test.each([
    [
      'ICICI Bank statement',
      ',S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )\n,1,03/05/2026,03/05/2026,,UPI/412345678901/x,,100.00,100.00',
    ],
    [
      'State Bank of India statement',
      'Txn Date\tValue Date\tDescription\tRef No./Cheque No.\tDebit\tCredit\tBalance\n3 May 2026\t3 May 2026\tBY TRANSFER-UPI/CR/412345678901\t\t\t100.00\t100.00',
    ],
    [
      'Axis Bank statement',
      'Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL\n03-05-2026,-,UPI/P2A/412345678901/x, ,  100.00,100.00,014',
    ],
    [
      'UPI settlement',
      'Transaction Date,RRN,Payer VPA,Amount,Status\n2026-05-03 10:11:12,412345678901,a@b,100.00,SUCCESS\n2026-05-03 10:11:13,412345678902,a@b,100.00,FAILED',
    ],
    ['bank statement', 'Date;Description;Reference;Debit;Credit\n03/05/2026;UPI;412345678901;;100'],
  ])('of the form "%s" is recognised by its heading', (name, text) => {
    expect(read(text).format).toBe(name)
    expect(linesOf(text)).toEqual([[2, '2026-05-03', 10_000n, '412345678901', 'upi']])
  })

  test('is refused whole, with line and column of every cell that can’t be read', () => {
    const head = 'Tran Date,CHQNO,PARTICULARS,DR,CR,BAL'
    const text = `${head}\n31-02-2026,1,a,,5.00,1\n01-05-2026,2,b,,5.001,1\n01-05-2026,3,c,1,1,1\n01-05-2026,4,d,,-1,1\n01-05-2026,5,e,f,1,1,g`
    expect(() => read(text)).toThrow(
      /^6 places of bank.csv.*\nline 2, column Tran Date: "31-02-2026" is no day.*\nline 3, column CR: "5.001" is no amount.*\nline 4, column CR: The row both.*\nline 5, column CR: An amount below.*\nline 6, column column 7: The row has more cells[^]*and 1 more/,
    )
  })

  test('is refused where its quotes are broken, by line', () => {
    expect(() => read('Tran Date,CHQNO,PARTICULARS,DR,CR\n01-05-2026,1,a "b" c,,5')).toThrow(
      /^bank.csv is no table in line 2/,
    )
  })

  test('of an unknown form asks for a map, which then reads it', () => {
    const text = 'Posted;In/Out;Sum;UTR;Consumer\n05-31-2026;C;1,000;AXIS0001;K\n06-01-2026;D;5;;'
    expect(() => read(text)).toThrow(/is a heading that is known .*HDFC.*--map/)
    const map = makeMap({
      name: 'ours',
      day: 'Posted',
      dayOrder: 'mdy',
      references: ['UTR'],
      account: 'Consumer',
      money: { amount: 'Sum', direction: { column: 'In/Out', credit: ['C'], debit: ['D'] } },
      channel: 'bank',
    })
    expect(
      read(text.replace('K\n', `${code}\n`), { maps: [map] }).lines.map(
        ({ amount, isCredit, account }) => [amount, isCredit, account],
      ),
    ).toEqual([
      [100_000n, true, code],
      [500n, false, undefined],
    ])
    expect(() => read(text.replace(';C;', ';X;'), { maps: [map] })).toThrow(
      'line 2, column In/Out: "X" says neither credit nor debit',
    )
    expect(() => read(text.replace('UTR', 'Ref'), { maps: [map] })).toThrow(
      /no column UTR\): check the names in the map/,
    )
  })
})
