import { makeMap } from './columnMap.ts'

/**
 * Statements that are recognised by their heading. Headings are compared by letters and digits alone, and the first map all
 * of whose columns a heading has is taken; so the particular ones come first.
 */
export const knownMaps = [
  makeMap({
    name: 'HDFC Bank statement',
    day: 'Date',
    references: [['Chq./Ref.No.', 'Chq/Ref Number']],
    text: ['Narration'],
    money: {
      credit: ['Deposit Amt.', 'Credit Amount'],
      debit: ['Withdrawal Amt.', 'Debit Amount'],
    },
  }),
  makeMap({
    name: 'ICICI Bank statement',
    day: 'Transaction Date',
    references: ['Cheque Number'],
    text: ['Transaction Remarks'],
    money: {
      credit: ['Deposit Amount (INR)', 'Deposit Amount'],
      debit: ['Withdrawal Amount (INR)', 'Withdrawal Amount'],
    },
  }),
  makeMap({
    name: 'State Bank of India statement',
    day: 'Txn Date',
    references: ['Ref No./Cheque No.'],
    text: ['Description'],
    money: { credit: 'Credit', debit: 'Debit' },
  }),
  makeMap({
    name: 'Axis Bank statement',
    day: 'Tran Date',
    references: [['CHQNO', 'Chq No']],
    text: ['Particulars'],
    money: { credit: ['CR', 'Credit'], debit: ['DR', 'Debit'] },
  }),
  makeMap({
    name: 'UPI settlement',
    day: ['Transaction Date', 'Txn Date', 'Transaction Date & Time', 'Date'],
    references: [['RRN', 'UPI RRN', 'Bank Reference Number', 'Customer Ref No', 'RRN/UTR']],
    text: [['Remarks', 'Transaction Note', 'Note', 'Payer VPA', 'Customer VPA']],
    money: {
      amount: ['Amount', 'Txn Amount', 'Transaction Amount'],
      isAlwaysCredit: true,
    },
    channel: 'upi',
    status: {
      column: ['Status', 'Transaction Status', 'Txn Status'],
      booked: ['SUCCESS', 'SUCCESSFUL', 'SETTLED', 'CAPTURED', 'COMPLETED'],
    },
  }),
  makeMap({
    name: 'bank statement',
    day: ['Date', 'Transaction Date', 'Txn Date', 'Tran Date', 'Value Date'],
    references: [
      [
        'Reference',
        'UTR',
        'UTR No',
        'Ref No',
        'Reference No',
        'Chq/Ref No',
        'Cheque No',
        'Instrument Id',
        'Chq / Ref No.',
      ],
    ],
    text: [
      ['Description', 'Narration', 'Particulars', 'Remarks', 'Details', 'Transaction Details'],
    ],
    money: {
      credit: ['Credit', 'Deposit', 'Deposits', 'Credit Amount', 'Deposit Amount', 'Cr'],
      debit: ['Debit', 'Withdrawal', 'Withdrawals', 'Debit Amount', 'Withdrawal Amount', 'Dr'],
    },
  }),
] as const
