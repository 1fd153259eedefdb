import type { DayNumber } from '../../contracts/rules/units.ts'
import { readPeriod } from '../list/day.ts'
import { BadInput } from '../problem/problem.ts'
import { channelIds } from '../words/channel.ts'
import { plain } from '../words/t.ts'

/** Which payments are asked for; undefined is no limit. */
export interface PaymentFilter {
  /** The contract's number of it. */
  readonly channel: number | undefined
  /** Days on which they were recorded, the last one included. */
  readonly from: DayNumber | undefined
  readonly to: DayNumber | undefined
}

/** As an address carries it. Throws `BadInput`. */
export const readPaymentFilter = (asked: Readonly<Record<string, string>>): PaymentFilter => ({
  channel: readChannel(asked['channel']),
  ...readPeriod(asked),
})

const readChannel = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined
  const channel = channelIds.findIndex((id) => id === text)
  if (channel >= 0) return channel
  throw new BadInput(
    plain('problem.notChannel', { text }),
    plain('problem.channelsAre', { channels: channelIds.join(', ') }),
  )
}
