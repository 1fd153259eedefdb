import { formatDay } from '../../contracts/rules/day.ts'
import type { Json } from '../answer.ts'
import type { Signers } from './query.ts'

export const signersJson = ({ signers, blocks, months, lookedThrough, newest }: Signers): Json => ({
  blocks,
  lookedThrough,
  signers: signers.map(({ party, address, blocks, last, longest, silentDays, byMonth }) => ({
    party,
    address,
    blocks,
    lastBlock: last?.number ?? null,
    longestSilence: longest === null ? null : { ...longest },
    silentDays:
      silentDays === null
        ? null
        : {
            first: formatDay(silentDays.first),
            last: formatDay(silentDays.last),
            days: silentDays.days,
          },
    months: Object.fromEntries(
      months.map(({ from }, i) => [formatDay(from).slice(0, 7), byMonth[i] ?? 0]),
    ),
  })),
  newest: newest.map(({ number, timestamp, sealer, party }) => ({
    block: number,
    timestamp,
    sealer,
    party,
  })),
})
