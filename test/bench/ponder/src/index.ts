import { ponder } from 'ponder:registry'
import schema from 'ponder:schema'

/** Every event of the bench's chain, inserted whole. */
const tables = {
  RateSet: schema.rateSet,
  AgreementProposed: schema.agreementProposed,
  AgreementAccepted: schema.agreementAccepted,
  MeterInstalled: schema.meterInstalled,
  ConsumptionRecorded: schema.consumptionRecorded,
  ChargeApplied: schema.chargeApplied,
  BillIssued: schema.billIssued,
  PaymentMade: schema.paymentMade,
  RoleChanged: schema.roleChanged,
}

for (const [name, table] of Object.entries(tables)) {
  ponder.on(`Billing:${name}`, async ({ event, context }) => {
    const { slabs: _, ...words } = event.args.data
    await context.db.insert(table).values({
      account: event.args.account,
      seq: event.args.seq,
      blockNumber: Number(event.block.number),
      transactionIndex: event.transaction.transactionIndex,
      logIndex: event.log.logIndex,
      ...words,
    })
  })
}
