import { decimalText } from '../../contracts/rules/decimal.ts'
import { formatRate } from '../../contracts/rules/money.ts'
import { type DutyComponent, dutyComponents, type Tariff } from '../../contracts/rules/tariff.ts'
import { listed } from './listed.ts'

const components: Readonly<Record<DutyComponent, string>> = {
  energy: 'energy charge',
  fixed: 'fixed charge',
  fuel: 'fuel adjustment',
  subsidy: 'subsidy',
}

/** A tariff's electricity duty in words: 5% of energy charge and fixed charge, and ₹0.15 per kWh. */
export const dutyWords = ({ dutyRate, dutyBase, dutyPerUnit }: Tariff): string => {
  const named = dutyComponents(dutyBase)
  const added = named.filter((name) => name !== 'subsidy').map((name) => components[name])
  const less = named.includes('subsidy') ? ' less subsidy' : ''
  const parts = [
    ...(dutyRate === 0
      ? []
      : [`${decimalText(BigInt(dutyRate), 2, 0)}% of ${listed(added)}${less}`]),
    ...(dutyPerUnit === 0n ? [] : [`${formatRate(dutyPerUnit)} per kWh`]),
  ]
  return parts.length === 0 ? 'none' : parts.join(', and ')
}
