const channels = ['on the chain', 'cash', 'UPI', 'bank transfer', 'card'] as const

/** How money came, by the contract's number of the channel. */
export const channelWords = (channel: number): string => channels[channel] ?? `channel ${channel}`

const ids = ['native', 'cash', 'upi', 'bank', 'card'] as const

/** The same as a word for machines. */
export const channelId = (channel: number): string => ids[channel] ?? String(channel)
