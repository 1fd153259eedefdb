export const channel = {
  c0: 'on the chain',
  c1: 'cash',
  c2: 'UPI',
  c3: 'bank transfer',
  c4: 'card',
  other: 'channel {channel}',
} as const
