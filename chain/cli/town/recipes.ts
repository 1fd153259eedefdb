import {
  halfYearly,
  newKey,
  offered,
  proposed,
  quarterly,
  raisedLoad,
  yearly,
} from './recipes/agreeing.ts'
import { charging } from './recipes/charging.ts'
import { consecutive, open, order, outlier, overcharged, upheld } from './recipes/correcting.ts'
import { ordinary } from './recipes/ordinary.ts'
import { arrears, overdue } from './recipes/overdue.ts'
import {
  bounced,
  closed,
  credit,
  everyChannel,
  native,
  partPaid,
  refunded,
} from './recipes/paying.ts'
import {
  broughtByConsumer,
  cutByTariff,
  empty,
  estimated,
  estimatedTwice,
  multiplied,
  oddEstimate,
  poor,
  replaced,
  rolledOver,
  writtenDown,
} from './recipes/reading.ts'
import type { Recipe } from './situation.ts'

const atFirst = [ordinary, cutByTariff, raisedLoad, quarterly, replaced, estimated, outlier]
const charged = [charging, partPaid, ...overdue]
const read = [estimatedTwice, oddEstimate, writtenDown, broughtByConsumer, rolledOver, multiplied]
const agreed = [empty, poor, halfYearly, yearly, newKey, proposed, offered]
const paid = [everyChannel, native, credit, refunded, bounced, closed, arrears]
const corrected = [consecutive, upheld, open, order, overcharged]

/** The lives with something to look at, one account each, in the order in which a small town has them. */
export const recipes: readonly Recipe[] = [
  ...atFirst,
  ...charged,
  ...read,
  ...agreed,
  ...paid,
  ...corrected,
]
