import { onchainTable, primaryKey } from 'ponder'
import { layouts, type EventName, type WordKind } from '../../../contracts/events/layouts.ts'

/** One table an event, with the columns that our own have: key, place, a column for each word of its data. */
const tableFor = (name: EventName) =>
  onchainTable(
    name,
    (t) => {
      const columnOf = (kind: WordKind) => {
        if (kind === 'address' || kind === 'bytes32') return t.hex().notNull()
        return kind === 'bool' ? t.boolean().notNull() : t.bigint().notNull()
      }
      const words = layouts[name].filter(([word]) => !word.startsWith('slab'))
      return {
        account: t.hex().notNull(),
        seq: t.bigint().notNull(),
        blockNumber: t.integer().notNull(),
        transactionIndex: t.integer().notNull(),
        logIndex: t.integer().notNull(),
        ...Object.fromEntries(words.map(([word, kind]) => [word, columnOf(kind)])),
      }
    },
    (table) => ({ pk: primaryKey({ columns: [table.account, table.seq] }) }),
  )

export const rateSet = tableFor('RateSet')
export const agreementProposed = tableFor('AgreementProposed')
export const agreementAccepted = tableFor('AgreementAccepted')
export const meterInstalled = tableFor('MeterInstalled')
export const consumptionRecorded = tableFor('ConsumptionRecorded')
export const chargeApplied = tableFor('ChargeApplied')
export const billIssued = tableFor('BillIssued')
export const paymentMade = tableFor('PaymentMade')
export const roleChanged = tableFor('RoleChanged')
