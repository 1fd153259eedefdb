import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { makeProgram } from '../../../chain/cli/program.ts'

/** The commands that do something, with their full names. */
function leaves(command: Command, name = ''): { name: string; command: Command }[] {
  if (command.commands.length === 0) return [{ name, command }]
  return command.commands.flatMap((each) => leaves(each, `${name} ${each.name()}`.trim()))
}

function helpOf(command: Command): string {
  let help = ''
  command.configureOutput({ writeOut: (text) => (help += text) })
  command.outputHelp()
  return help
}

describe('the help', () => {
  test.each(leaves(makeProgram()))('of "$name" says what it does and gives an example', (leaf) => {
    const help = helpOf(leaf.command)
    expect(leaf.command.description()).not.toBe('')
    expect(help).toMatch(new RegExp(`Examples?:\\n {2}wattledger ${leaf.name}`))
    expect(help).toContain('--dry-run')
  })

  test('offers no way to give a passphrase on the command line', () => {
    const program = makeProgram()
    const options = leaves(program).flatMap(({ command }) => command.options)
    const flags = [...program.options, ...options].map(({ flags }) => flags)
    const secret = flags.filter((flag) => /pass|secret|private/i.test(flag))
    expect(secret).toEqual(['--passphrase-file <path>'])
  })

  test('says what every exit code means', () => {
    const help = helpOf(makeProgram())
    for (const code of [0, 1, 2, 3, 4, 5, 6, 70]) expect(help).toMatch(new RegExp(`\\b${code} `))
  })
})
