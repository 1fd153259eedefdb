import { describe, expect, test } from 'vitest'
import { readCamt } from '../../../../chain/cli/reconcile/readCamt.ts'
import { formatDay } from '../../../../chain/cli/quantities.ts'

const as = { file: 0, maps: [], channel: undefined, known: new Set<string>() }
const read = (text: string) => readCamt('camt.xml', text, as)

const statement = (content: string, version = '08') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id>
${content}
</Stmt></BkToCstmrStmt></Document>`

const amount = (rupees: string) => `<Amt Ccy="INR">${rupees}</Amt>`
const entry = (rupees: string, details: string, { side = 'CRDT', more = '' } = {}) =>
  `<Ntry>${amount(rupees)}<CdtDbtInd>${side}</CdtDbtInd>${more}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-05-03</Dt></BookgDt><NtryDtls>${details}</NtryDtls></Ntry>`
const transaction = (id: string, inside = '') =>
  `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><TxId>${id}</TxId></Refs>${inside}<RmtInf><Ustrd>NEFT bill</Ustrd></RmtInf></TxDtls>`
const balance = (kind: string, rupees: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amount(rupees)}<CdtDbtInd>CRDT</CdtDbtInd></Bal>`

describe('a camt.053 statement', () => {
  test('gives a line for each booked entry, or for each transaction that has an amount', () => {
    const text = statement(
      [
        balance('OPBD', '1000.00'),
        balance('CLBD', '1650.5'),
        entry('500.50', transaction('SBINR12026050300000001')),
        entry(
          '300.00',
          transaction('UTR2', amount('100.00')) + transaction('UTR3', amount('200.00')),
        ),
        entry('150.00', transaction('UTR4'), { side: 'DBIT' }),
        '<Ntry><Amt Ccy="INR">9</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>',
      ].join('\n'),
    )
    const file = read(text)
    expect(
      file.lines.map(({ line, day, amount, isCredit, references, channel }) => [
        line,
        formatDay(day),
        isCredit ? amount : 0n - amount,
        references[0],
        channel,
      ]),
    ).toEqual([
      [5, '2026-05-03', 50_050n, 'SBINR12026050300000001', 'bank'],
      [6, '2026-05-03', 10_000n, 'UTR2', 'bank'],
      [6, '2026-05-03', 20_000n, 'UTR3', 'bank'],
      [7, '2026-05-03', -15_000n, 'UTR4', 'bank'],
    ])
    expect(file.leftOut).toEqual([{ line: 8, why: 'not booked (PDNG)' }])
  })

  test('of an older version, with its status and times told differently, reads the same', () => {
    const text = statement(
      entry('5', transaction('UTR5'))
        .replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
        .replace('<Dt>2026-05-03</Dt>', '<DtTm>2026-05-03T23:59:00+05:30</DtTm>'),
      '02',
    )
    expect(read(text).lines).toMatchObject([{ amount: 500n, references: ['UTR5'] }])
  })

  test('is refused with line and column of whatever can’t be used', () => {
    const text = statement(
      [
        entry('5', transaction('A')).replace('Ccy="INR"', 'Ccy="USD"'),
        entry('5,00', transaction('B')),
        entry('5', transaction('C', amount('1')) + transaction('D', amount('1'))),
        entry('5', transaction('E')).replace('2026-05-03', '2026-02-30'),
        entry('5', transaction('F')).replace('CRDT', 'C'),
      ].join('\n'),
    )
    expect(() => read(text)).toThrow(
      /^5 places .*\nline 3, column \d+ \(Amt\): it is in USD.*\nline 4, column \d+ \(Amt\): "5,00" is no amount.*\nline 5, column \d+ \(Ntry\): its transactions come to ₹2.00, but the entry is ₹5.00.*\nline 6, column \d+ \(Dt\): "2026-02-30" is no day.*\nline 7, column \d+ \(CdtDbtInd\)/s,
    )
  })

  test('that does not lead from its opening to its closing balance lacks entries', () => {
    const text = statement(
      balance('OPBD', '10') + entry('5', transaction('A')) + balance('CLBD', '20'),
    )
    expect(() => read(text)).toThrow(
      /\(Bal\): the entries lead from ₹10.00 to ₹15.00, but the statement closes with ₹20.00/,
    )
  })

  test.each([
    ['<a><b></a>', /line 1, column \d+: unexpected close tag/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a/>', /it declares a document type/],
    [statement('').replace('053', '054'), /is no camt.053 statement: line 2 begins camt.054/],
    ['<html xmlns="x"></html>', /line 1 begins <html> of "x"/],
    [statement(entry('5', transaction('&unknown;'))), /line 3, column \d+: undefined entity/],
  ])('is not %#: told with its place', (text, said) => expect(() => read(text)).toThrow(said))
})
