/** Who seals blocks, who acts with which key. */
export const party = {
  board: 'the board',
  consumer: 'the consumers’ forum',
  regulator: 'the regulator',
  sealedByNobody: 'sealed by nobody: a practice chain',
  sealedByUnknown: 'sealed by an unknown key',
  sealedBy: 'sealed by {parties}',
  tariffDesk: 'the board’s tariff desk',
  operations: 'the board’s operations',
  cashier: 'the board’s cashier',
  role: 'the role {role}',
  consumerKey: 'the consumer’s key',
  key: 'the key {key}',
} as const
