import { formatDay } from '../../contracts/rules/day.ts'
import { exportAtOnce } from '../list/listExport.ts'
import type { ReadSigners } from './query.ts'

const columns = [
  'party',
  'address',
  'blocks',
  'lastBlock',
  'silenceFirst',
  'silenceLast',
  'silenceBlocks',
  'silenceSince',
  'silenceSeconds',
  'isSilentStill',
  'silentDaysFirst',
  'silentDaysLast',
  'silentDays',
] as const

/** Each party's key: the blocks it sealed, and its longest silence among those looked through. */
export const signersExport = (read: ReadSigners) =>
  exportAtOnce('signers', columns, async (db, standing) =>
    (await read(db, standing)).signers.map(
      ({ party, address, blocks, last, longest, silentDays }) => ({
        party,
        address,
        blocks,
        lastBlock: last?.number ?? null,
        silenceFirst: longest?.first ?? null,
        silenceLast: longest?.last ?? null,
        silenceBlocks: longest?.blocks ?? null,
        silenceSince: longest?.since ?? null,
        silenceSeconds: longest?.seconds ?? null,
        isSilentStill: longest?.isOpen ?? null,
        silentDaysFirst: silentDays === null ? null : formatDay(silentDays.first),
        silentDaysLast: silentDays === null ? null : formatDay(silentDays.last),
        silentDays: silentDays?.days ?? null,
      }),
    ),
  )
