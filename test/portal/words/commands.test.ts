import { expect, test } from 'vitest'
import { paise } from '../../../contracts/rules/units.ts'
import { acceptCommand, disputeCommand } from '../../../portal/words/commands.ts'

test('codes that a shell would read otherwise are quoted, and the sum is one that the bill has', () => {
  expect(disputeCommand('K7Q29-XMD4T-H', 3, paise(1_23_456n))).toContain(
    'npm run wattledger -- dispute K7Q29-XMD4T-H 3 1234.56 --reason',
  )
  expect(disputeCommand('K7Q29-XMD4T-*', 3, paise(6_700n))).toContain("'K7Q29-XMD4T-*' 3 67.00")
  for (const sign of ['*', '~', '$', '='])
    expect(acceptCommand(`K7Q29-XMD4T-${sign}`)).toBe(
      `npm run wattledger -- agreement accept 'K7Q29-XMD4T-${sign}'`,
    )
})
