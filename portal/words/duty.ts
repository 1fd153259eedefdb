import { decimalText } from '../../contracts/rules/decimal.ts'
import { formatRate } from '../../contracts/rules/money.ts'
import { dutyComponents, type Tariff } from '../../contracts/rules/tariff.ts'
import { listed } from './listed.ts'
import { plain } from './t.ts'

/** A tariff's electricity duty in words: 5% of energy charge and fixed charge, and ₹0.15 per kWh. */
export const dutyWords = ({ dutyRate, dutyBase, dutyPerUnit }: Tariff): string => {
  const named = dutyComponents(dutyBase)
  const added = named.filter((name) => name !== 'subsidy').map((name) => plain(`duty.${name}`))
  const share = plain(named.includes('subsidy') ? 'duty.percentLess' : 'duty.percent', {
    percent: decimalText(BigInt(dutyRate), 2, 0),
    components: listed(added),
  })
  const each = plain('value.perUnit', { rate: formatRate(dutyPerUnit) })
  if (dutyRate === 0) return dutyPerUnit === 0n ? plain('duty.none') : each
  return dutyPerUnit === 0n ? share : plain('value.and', { one: share, other: each })
}
