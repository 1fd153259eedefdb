import type { GuideGroup } from '../../contracts/rules/guide.ts'
import { plain } from './t.ts'

const groups = {
  Agreements: 'demo.gAgreements',
  'Meters and readings': 'demo.gMeters',
  Rates: 'demo.gRates',
  Payments: 'demo.gPayments',
  Overdue: 'demo.gOverdue',
  'Corrections and disputes': 'demo.gCorrections',
  'Charging stations': 'demo.gStations',
} as const satisfies Record<GuideGroup, string>

/** What a group of a demo's situations is about. */
export const guideGroupWords = (group: GuideGroup): string => plain(groups[group])
