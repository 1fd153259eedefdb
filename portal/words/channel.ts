const channels = ['on the chain', 'cash', 'UPI', 'bank transfer', 'card'] as const

/** How money came, by the contract's number of the channel. */
export const channelWords = (channel: number): string => channels[channel] ?? `channel ${channel}`

/** The same as words for machines. */
export const channelIds = ['native', 'cash', 'upi', 'bank', 'card'] as const

export const channelId = (channel: number): string => channelIds[channel] ?? String(channel)
