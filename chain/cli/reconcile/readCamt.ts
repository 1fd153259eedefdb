import type { DayNumber, Paise } from '../../../contracts/rules/units.ts'
import { paise } from '../../../contracts/rules/units.ts'
import type { Fault } from '../csvRows.ts'
import { BadInput } from '../exit.ts'
import { formatRupees } from '../quantities.ts'
import { accountNamed } from './accountNamed.ts'
import { BadBankFile } from './badBankFile.ts'
import { parseBankAmount } from './bankAmount.ts'
import { parseBankDay } from './bankDay.ts'
import type { BankFile, BankLine } from './bankLine.ts'
import { bankReferences } from './bankReferences.ts'
import { channelOf } from './channelOf.ts'
import type { ReadingAs } from './readStatement.ts'
import { all, type Element, one, readXml, textOf } from './xml.ts'

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.(\d{3})\.001\.\d{2}$/

/**
 * The lines of a camt.053 statement (ISO 20022, any version): one for each booked entry, or for each of its transactions
 * where they carry amounts. Throws `BadBankFile` with line and column of what can't be used, also where the entries do
 * not add up to the statement's own balances.
 */
export function readCamt(path: string, text: string, as: ReadingAs): BankFile {
  const lines: BankLine[] = []
  const leftOut: { line: number; why: string }[] = []
  const faults: Fault[] = []
  const sums = new Map<Element, bigint>()
  const root = readXml(path, text, 'Ntry', (entry, statement) => {
    const read = guarded(entry, faults, () => readEntry(entry, as))
    if (read === undefined) return
    if ('why' in read) {
      leftOut.push({ line: entry.line, why: read.why })
      return
    }
    lines.push(...read.lines)
    sums.set(statement, (sums.get(statement) ?? 0n) + read.net)
  })
  refuseOther(path, root)
  for (const statement of all(root, 'BkToCstmrStmt/Stmt')) {
    const last = textOf(statement, 'StmtPgntn/LastPgInd')
    // Of a statement in several pages none adds up alone.
    if (last !== 'false' && textOf(statement, 'StmtPgntn/PgNb').replace(/^0*1?$/, '') === '')
      guarded(statement, faults, () => checkBalances(statement, sums.get(statement) ?? 0n))
  }
  if (faults.length > 0) throw new BadBankFile(path, faults)
  return { path, format: 'camt.053', lines, leftOut }
}

function refuseOther(path: string, { name, namespace, line }: Element): void {
  const message = NAMESPACE.exec(namespace)?.[1]
  if (name === 'Document' && message === '053') return
  const what = message === undefined ? `<${name}> of "${namespace}"` : `camt.${message}`
  throw new BadInput(
    `${path} is no camt.053 statement: line ${line} begins ${what}. Ask the bank for the end-of-day statement, camt.053.001.`,
  )
}

type Read = { readonly lines: BankLine[]; readonly net: bigint } | { readonly why: string }

function readEntry(entry: Element, as: ReadingAs): Read {
  const status = textOf(entry, 'Sts/Cd', 'Sts')
  if (status !== 'BOOK') return { why: `not booked (${status})` }
  const amount = amountOf(one(entry, 'Amt'), entry)
  const isCredit = isCreditOf(entry)
  const day = dayOf(entry)
  const net = isCredit ? amount : 0n - amount
  // Money that came back to the board is no receipt.
  if (isCredit && textOf(entry, 'RvslInd') === 'true')
    return { net, lines: [lineOf(entry, entry, { amount, isCredit, day }, as, [])] }
  const parts = all(entry, 'NtryDtls/TxDtls')
  const amounts = parts.map((part) => one(part, 'Amt', 'AmtDtls/TxAmt/Amt'))
  if (parts.length < 2 || amounts.includes(undefined)) {
    const references = parts.flatMap(referencesOf)
    return { net, lines: [lineOf(entry, entry, { amount, isCredit, day }, as, references)] }
  }
  let sum = 0n
  const lines = parts.map((part) => {
    const each = amountOf(one(part, 'Amt', 'AmtDtls/TxAmt/Amt'), part)
    const isEachCredit = one(part, 'CdtDbtInd') === undefined ? isCredit : isCreditOf(part)
    sum += isEachCredit ? each : 0n - each
    const moved = { amount: each, isCredit: isEachCredit, day }
    return lineOf(part, entry, moved, as, referencesOf(part))
  })
  if (sum === net) return { net, lines }
  throw new Unreadable(
    entry,
    'Ntry',
    `its transactions come to ${formatRupees(sum)}, but the entry is ${formatRupees(net)}`,
  )
}

const referencesOf = (part: Element): string[] =>
  ['ClrSysRef', 'TxId', 'EndToEndId', 'ChqNb', 'AcctSvcrRef', 'InstrId'].map((name) =>
    textOf(part, `Refs/${name}`),
  )

function lineOf(
  part: Element,
  entry: Element,
  moved: { amount: Paise; isCredit: boolean; day: DayNumber },
  { file, channel, known }: ReadingAs,
  references: readonly string[],
): BankLine {
  const parts = part === entry ? all(entry, 'NtryDtls/TxDtls') : [part]
  const text = [
    ...parts.flatMap((each) => [
      ...all(each, 'RmtInf/Ustrd').map((line) => line.text),
      textOf(each, 'RmtInf/Strd/CdtrRefInf/Ref'),
      textOf(each, 'RltdPties/Dbtr/Pty/Nm', 'RltdPties/Dbtr/Nm'),
      textOf(each, 'AddtlTxInf'),
    ]),
    textOf(entry, 'AddtlNtryInf'),
  ]
    .filter(Boolean)
    .join(' ')
  const own = part === entry ? ['NtryRef', 'AcctSvcrRef'].map((name) => textOf(entry, name)) : []
  const code = textOf(entry, 'BkTxCd/Prtry/Cd')
  return {
    ...moved,
    file,
    line: part.line,
    references: bankReferences([...references, ...own], text),
    channel: channel ?? channelOf(`${code} ${text}`),
    text,
    account: accountNamed(text, known),
  }
}

/** The entries of a statement must lead from its opening to its closing balance, where it has both. */
function checkBalances(statement: Element, moved: bigint): void {
  const balance = (...codes: readonly string[]) =>
    all(statement, 'Bal').find((each) => codes.includes(textOf(each, 'Tp/CdOrPrtry/Cd')))
  const [opening, closing] = [balance('OPBD', 'PRCD'), balance('CLBD')]
  if (opening === undefined || closing === undefined) return
  const [from, to] = [signedBalance(opening), signedBalance(closing)]
  if (from + moved === to) return
  throw new Unreadable(
    closing,
    'Bal',
    `the entries lead from ${formatRupees(from)} to ${formatRupees(from + moved)}, but the statement closes with ${formatRupees(to)}: entries are missing or doubled`,
  )
}

const signedBalance = (balance: Element): bigint => {
  const amount = amountOf(one(balance, 'Amt'), balance)
  return isCreditOf(balance) ? amount : 0n - amount
}

function amountOf(element: Element | undefined, parent: Element): Paise {
  if (element === undefined) throw new Unreadable(parent, parent.name, 'it has no amount')
  const currency = element.attributes['Ccy']
  if (currency !== 'INR')
    throw new Unreadable(element, 'Amt', `it is in ${currency ?? 'no currency'}, not in INR`)
  if (!/^\d+(\.\d+)?$/.test(element.text))
    throw new Unreadable(element, 'Amt', `"${element.text}" is no amount`)
  return paise(parseBankAmount(element.text).amount)
}

function isCreditOf(element: Element): boolean {
  const text = textOf(element, 'CdtDbtInd')
  if (text === 'CRDT' || text === 'DBIT') return text === 'CRDT'
  const at = one(element, 'CdtDbtInd') ?? element
  throw new Unreadable(at, 'CdtDbtInd', `"${text}" is neither CRDT nor DBIT`)
}

function dayOf(entry: Element): DayNumber {
  const at = one(entry, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm')
  if (at === undefined) throw new Unreadable(entry, 'Ntry', 'it has no booking day')
  try {
    return parseBankDay(at.text.slice(0, 10))
  } catch (cause) {
    if (!(cause instanceof BadInput)) throw cause
    throw new Unreadable(at, at.name, `"${at.text}" is no day`)
  }
}

/** Notes what can't be used, and goes on with the next. */
function guarded<Value>(element: Element, faults: Fault[], read: () => Value): Value | undefined {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof Unreadable) {
      const { line, column } = cause.at
      faults.push({ line, column: `${column} (${cause.tag})`, value: '', reason: cause.message })
      return undefined
    }
    if (!(cause instanceof BadInput)) throw cause
    const { line, column, name } = element
    faults.push({ line, column: `${column} (${name})`, value: '', reason: cause.message })
    return undefined
  }
}

class Unreadable extends Error {
  readonly at: Element
  readonly tag: string

  constructor(at: Element, tag: string, message: string) {
    super(message)
    this.at = at
    this.tag = tag
  }
}
