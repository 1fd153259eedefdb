import { plain } from './t.ts'

const channels = [0, 1, 2, 3, 4] as const

/** How money came, by the contract's number of the channel. */
export const channelWords = (channel: number): string => {
  const known = channels.find((each) => each === channel)
  return known === undefined ? plain('channel.other', { channel }) : plain(`channel.c${known}`)
}

/** The same as words for machines. */
export const channelIds = ['native', 'cash', 'upi', 'bank', 'card'] as const

export const channelId = (channel: number): string => channelIds[channel] ?? String(channel)
