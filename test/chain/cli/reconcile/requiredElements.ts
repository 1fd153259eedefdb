/**
 * What ISO 20022 requires of a camt.053.001.08 statement with one entry (message definition report "Bank-to-Customer Cash
 * Management"), and what `reconcile` makes of a file that lacks it: it reads on where the matching needs none of it, and
 * refuses where it does.
 */
export const requiredElements: readonly {
  readonly path: string
  readonly lacking: 'read' | RegExp
}[] = [
  { path: 'BkToCstmrStmt/GrpHdr', lacking: 'read' },
  { path: 'BkToCstmrStmt/GrpHdr/MsgId', lacking: 'read' },
  { path: 'BkToCstmrStmt/GrpHdr/CreDtTm', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Id', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Acct', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Acct/Id', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Bal', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Bal/Tp/CdOrPrtry/Cd', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Bal/Amt', lacking: /\(Bal\): it has no amount/ },
  {
    path: 'BkToCstmrStmt/Stmt/Bal/CdtDbtInd',
    lacking: /\(CdtDbtInd\): "" is neither CRDT nor DBIT/,
  },
  { path: 'BkToCstmrStmt/Stmt/Bal/Dt', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Ntry/Amt', lacking: /\(Ntry\): it has no amount/ },
  { path: 'BkToCstmrStmt/Stmt/Ntry/CdtDbtInd', lacking: /\(CdtDbtInd\): "" is neither/ },
  {
    path: 'BkToCstmrStmt/Stmt/Ntry/Sts',
    lacking: /\(Bal\): the entries lead from .* entries are missing/,
  },
  { path: 'BkToCstmrStmt/Stmt/Ntry/BkTxCd', lacking: 'read' },
  { path: 'BkToCstmrStmt/Stmt/Ntry/BookgDt', lacking: /\(Ntry\): it has no booking day/ },
]

/** A statement with all of it, as a bank would send it. */
export const wholeStatement = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>STMT-20260503</MsgId><CreDtTm>2026-05-04T00:10:00+05:30</CreDtTm></GrpHdr>
<Stmt>
<Id>20260503-001</Id>
<Acct><Id><Othr><Id>00000011223344</Id></Othr></Id><Ccy>INR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="INR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-03</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="INR">1500.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-03</Dt></Dt></Bal>
<Ntry><Amt Ccy="INR">500.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-05-03</Dt></BookgDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId><TxId>412345678901</TxId></Refs><RmtInf><Ustrd>UPI bill</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
</Stmt>
</BkToCstmrStmt>
</Document>`
