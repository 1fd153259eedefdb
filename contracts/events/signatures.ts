import type { EventName } from './layouts.ts'

/**
 * The text whose hash is an event's topic0, as IBilling.sol declares it (its test holds it to the ABI). Kept here beside
 * the layouts, since a browser that verifies a bundle needs neither ABI nor compiler.
 */
export const signatures: { readonly [Name in EventName]: string } = {
  RateSet:
    'RateSet(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,bytes32,uint256,(uint256,uint256,int256,uint256)[8]))',
  RateWithdrawn: 'RateWithdrawn(bytes32,uint256,(uint256,uint256,uint256))',
  AgreementProposed:
    'AgreementProposed(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,address,bytes32,address))',
  AgreementAccepted:
    'AgreementAccepted(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,address,bytes32,address))',
  MeterInstalled:
    'MeterInstalled(bytes32,uint256,(address,uint256,uint256,uint256,uint256,uint256,bool,uint256,bytes32))',
  ConsumptionRecorded:
    'ConsumptionRecorded(bytes32,uint256,(uint256,address,uint256,uint256,uint256,uint256,uint256,bool,uint256,uint256,uint256,bytes32))',
  ChargeApplied:
    'ChargeApplied(bytes32,uint256,(uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256,int256,uint256,uint256,int256))',
  BillIssued:
    'BillIssued(bytes32,uint256,(uint256,uint256,uint256,int256,int256,int256,int256,uint256,int256))',
  PaymentMade: 'PaymentMade(bytes32,uint256,(address,uint256,uint256,bytes32,int256))',
  PaymentReversed: 'PaymentReversed(bytes32,uint256,(bytes32,uint256,uint256,uint256,int256))',
  ConsumptionRevised:
    'ConsumptionRevised(bytes32,uint256,(uint256,uint256,uint256,uint256,bool,uint256,int256,int256,int256,uint256,bytes32,int256))',
  BillDisputed: 'BillDisputed(bytes32,uint256,(uint256,uint256,bytes32))',
  DisputeResolved: 'DisputeResolved(bytes32,uint256,(uint256,uint256,bytes32))',
  AdjustmentPosted:
    'AdjustmentPosted(bytes32,uint256,(int256,uint256,uint256,bytes32,address,int256))',
  PeriodClosed: 'PeriodClosed(bytes32,uint256,(uint256,int256,int256,int256,int256,int256))',
  RoleChanged: 'RoleChanged(bytes32,uint256,(bytes32,address,bool,address))',
  TreasurySwept: 'TreasurySwept(bytes32,uint256,(uint256,address))',
}

/** Events of OpenZeppelin's AccessControl: each role change is recorded by our own `RoleChanged`, so these make no row. */
export const signaturesWithoutRow = [
  'RoleGranted(bytes32,address,address)',
  'RoleRevoked(bytes32,address,address)',
  'RoleAdminChanged(bytes32,bytes32,bytes32)',
] as const

/** Which words of an event's data are signed, in order: `int256` in its signature. */
export const signedWords = (name: EventName): boolean[] => {
  const tuple = signatures[name].slice(name.length + '(bytes32,uint256,('.length, -2)
  return tuple
    .replaceAll(/\(([^)]*)\)\[(\d+)\]/g, (_, words: string, times: string) =>
      Array.from({ length: Number(times) }, () => words).join(','),
    )
    .split(',')
    .map((type) => type === 'int256')
}
