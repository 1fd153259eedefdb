import type { AccountLine, Together } from './query.ts'

interface Found {
  readonly accounts: readonly AccountLine[]
  readonly together: Together
  readonly next: string | null
}

export const accountsJson = ({ accounts, together, next }: Found) => ({
  together: {
    owedPaise: String(together.owed),
    creditPaise: String(together.credit),
    isBehind: together.isBehind,
  },
  accounts: accounts.map(({ code, category, balance }) => ({
    code,
    category,
    balancePaise: String(balance),
  })),
  next,
})
