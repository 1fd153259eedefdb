import { plain } from './t.ts'

/** Numbers of a bill that can differ, by the names that the rules give them. */
const named = {
  'number of parts': 'what.parts',
  'first day of the part': 'what.firstDay',
  'days of the part': 'what.days',
  'units of the part': 'what.partUnits',
  units: 'what.units',
  'units of the meters before': 'what.unitsBefore',
  tariff: 'what.tariff',
  load: 'what.load',
  energy: 'what.energy',
  'energy charge': 'what.energyCharge',
  'fixed charge': 'what.fixedCharge',
  fuel: 'what.fuel',
  'fuel adjustment': 'what.fuelAdjustment',
  duty: 'what.duty',
  subsidy: 'what.subsidy',
  charge: 'what.charge',
  'charge of the part': 'what.partCharge',
  charges: 'what.charges',
  'already charged': 'what.alreadyCharged',
  rounding: 'what.rounding',
  bill: 'what.bill',
  'bill charged': 'what.billCharged',
  'charges after it': 'what.chargesAfter',
  'charges before it': 'what.chargesBefore',
  difference: 'what.difference',
  'number of the revision': 'what.revision',
  'revision charged': 'what.revisionCharged',
  'register before': 'what.registerBefore',
} as const

/** The name of such a number; one without words keeps the rules' own. */
export const whatWords = (what: string): string => (isNamed(what) ? plain(named[what]) : what)

const isNamed = (what: string): what is keyof typeof named => Object.hasOwn(named, what)
