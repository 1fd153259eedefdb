import { headJson } from '../account/json.ts'
import type { Json } from '../answer.ts'
import type { HeadCheck } from '../derive/checkHead.ts'
import { billJson } from '../record/billJson.ts'
import { entryJson } from '../record/entryJson.ts'
import type { FoundBill } from './query.ts'
import { correctionsOf } from './story.ts'

/** `kind` of an instalment: paid, taken back (later), reversal or refund; the last two make the bill ask again. */
export const billPageJson = (found: FoundBill & { readonly head: HeadCheck | null }): Json => ({
  account: { code: found.history.code, head: found.head === null ? null : headJson(found.head) },
  bill: billJson(found.bill),
  isSession: found.isSession,
  replaces: found.estimates.map(({ issued }) => issued.fields.number),
  replacedBy: found.trueUp?.issued.fields.number ?? null,
  instalments: found.paid.map(({ kind, entry, amount, left, freedBy }) => ({
    ...entryJson(entry),
    kind,
    settledPaise: String(kind === 'reversal' || kind === 'refund' ? 0n - amount : amount),
    leftPaise: String(left),
    freedBy: freedBy?.fields.bill ?? null,
  })),
  comparisons: found.comparisons.map(({ comparison: { difference, causes, ...compared } }) => ({
    with: compared.with.issued.fields.number,
    differencePaise: String(difference),
    causes: causes.map(({ kind, amount }) => ({ kind, amountPaise: String(amount) })),
  })),
  corrections: correctionsOf(found.story).map(entryJson),
})
