import { headJson } from '../account/json.ts'
import type { Json } from '../answer.ts'
import type { HeadCheck } from '../derive/checkHead.ts'
import { billJson } from '../record/billJson.ts'
import { entryJson } from '../record/entryJson.ts'
import type { FoundBill } from './query.ts'
import { correctionsOf } from './story.ts'

export const billPageJson = (found: FoundBill & { readonly head: HeadCheck | null }): Json => ({
  account: { code: found.history.code, head: found.head === null ? null : headJson(found.head) },
  bill: billJson(found.bill),
  isSession: found.isSession,
  replaces: found.estimates.map(({ issued }) => issued.fields.number),
  replacedBy: found.trueUp?.issued.fields.number ?? null,
  instalments: found.instalments.map(({ entry, settled, left }) => ({
    ...entryJson(entry),
    settledPaise: String(settled),
    leftPaise: String(left),
  })),
  corrections: correctionsOf(found.story).map(entryJson),
})
