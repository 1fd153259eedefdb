import type { Command } from 'commander'
import { billing } from '../contract.ts'
import { BadInput } from '../exit.ts'
import { addressFrom } from '../options.ts'
import { roleId, type RoleName, roleNames } from '../roles.ts'
import { type Deed, runAct } from '../runAct.ts'

export function roleCommands(program: Command): void {
  const role = program.command('role').description(`who may do what: ${roleNames.join(', ')}`)
  for (const verb of ['grant', 'revoke'] as const) {
    role
      .command(`${verb} <role> <holder>`)
      .description(`${verb} a role (key: board; for REGULATOR: regulator)`)
      .addHelpText('after', `\nExample:\n  wattledger role ${verb} OPERATIONS operations`)
      .action(async (name: string, holder: string, _: unknown, command: Command) => {
        await runAct(command, async ({ keyring }) =>
          roleChange(verb, parseRole(name), await addressFrom(keyring, holder)),
        )
      })
  }
}

export function roleChange(verb: 'grant' | 'revoke', role: RoleName, holder: string): Deed {
  const call = verb === 'grant' ? 'grantRole' : 'revokeRole'
  return {
    // A board can't become its own judge: REGULATOR administers itself.
    key: role === 'REGULATOR' ? 'regulator' : 'board',
    words: `role ${verb} ${role} ${holder}`,
    plan: async () => ({
      summary: `${verb === 'grant' ? 'Grant' : 'Revoke'} ${role} ${verb === 'grant' ? 'to' : 'from'} ${holder}`,
      data: billing.encodeFunctionData(call, [roleId(role), holder]),
    }),
    tell: (events) => [
      events.some(({ name }) => name === 'RoleChanged')
        ? `${holder} ${verb === 'grant' ? 'now holds' : 'no longer holds'} ${role}.`
        : `${holder} ${verb === 'grant' ? 'held' : 'did not hold'} ${role} already; nothing changed.`,
    ],
  }
}

function parseRole(text: string): RoleName {
  const role = roleNames.find((name) => name === text.toUpperCase())
  if (role !== undefined) return role
  throw new BadInput(`There is no role "${text}": choose one of ${roleNames.join(', ')}.`)
}
