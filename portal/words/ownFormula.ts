import type { Consumption } from '../../contracts/rules/consumption.ts'
import { formatKWh } from '../../contracts/rules/energy.ts'
import type { Wh } from '../../contracts/rules/units.ts'

/** The formula of the present meter's own units: what older meters handed on stands before it in a reading's. */
export const ownFormula = ({ formula }: Consumption, carried: Wh): string => {
  const before = `${formatKWh(carried)} + `
  return formula.startsWith(before) ? formula.slice(before.length) : formula
}
