import { formatKWh } from '../../contracts/rules/energy.ts'
import type { Line } from '../../contracts/rules/line.ts'
import type { DutyComponent } from '../../contracts/rules/tariff.ts'
import { plain } from './t.ts'

/** What a line of a bill is for: "first 120 kWh". Its formula, in numbers, is the same in every language. */
export const lineWords = (line: Line): string => {
  switch (line.kind) {
    case 'energy':
      return slabPart(line)
    case 'fuel':
    case 'subsidy':
    case 'fixedPerKW':
    case 'fixedPerConnection':
    case 'dutyPerUnit':
    case 'rounding':
      return plain(`line.${line.kind}`)
    case 'duty':
      return plain('line.duty', { of: line.of.map((each) => plain(components[each])).join(', ') })
    case 'alreadyCharged':
      return plain('line.alreadyCharged', { bills: line.bills.join(', ') })
    default:
      return line satisfies never
  }
}

const slabPart = ({ slab, size, wh }: Line & { readonly kind: 'energy' | 'fuel' | 'subsidy' }) => {
  if (size !== null)
    return plain(slab === 1 ? 'line.first' : 'line.next', { limit: formatKWh(size) })
  return slab === 1 ? plain('line.all', { limit: formatKWh(wh) }) : plain('line.rest')
}

const components = {
  energy: 'line.onEnergy',
  fixed: 'line.onFixed',
  fuel: 'line.onFuel',
  subsidy: 'line.onSubsidy',
} as const satisfies Record<DutyComponent, string>
