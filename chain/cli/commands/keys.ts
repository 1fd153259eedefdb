import type { Command } from 'commander'
import { addressOf, createKey, keysFolder, listKeys } from '../../keys/keystore.ts'
import { passphraseFor } from '../../keys/passphrase.ts'
import { present, table } from '../output.ts'
import { settingsOf } from '../settings.ts'

export function keysCommands(program: Command): void {
  const keys = program.command('keys').description('keys of parties, consumers and meters')

  keys
    .command('new <name>')
    .description('make a key and keep it encrypted')
    .addHelpText('after', '\nExample:\n  wattledger keys new consumer')
    .action(async (name: string, _: unknown, command: Command) => {
      const settings = settingsOf(command)
      const folder = keysFolder(settings.home)
      if (settings.isDryRun) {
        present(settings, { name, dryRun: true }, [`Would make the key "${name}" in ${folder}.`])
        return
      }
      const passphrase = await passphraseFor(name, settings.passphrase, { isNew: true })
      const { address } = await createKey(folder, name, passphrase)
      present(settings, { name, address }, [
        `Key "${name}" has the address ${address}.`,
        `Keep its passphrase: nobody can open ${folder} without it.`,
      ])
    })

  keys
    .command('list')
    .description('names and addresses of the keys in this home')
    .addHelpText('after', '\nExample:\n  wattledger keys list --json')
    .action(async (_: unknown, command: Command) => {
      const settings = settingsOf(command)
      const found = await listKeys(keysFolder(settings.home))
      const rows = found.map(({ name, address }) => [name, address])
      present(
        settings,
        { keys: found },
        rows.length > 0
          ? table(['key', 'address'], rows)
          : ['There are no keys yet: wattledger keys new NAME.'],
      )
    })

  keys
    .command('address <name>')
    .description('the address of a key, without its passphrase')
    .addHelpText('after', '\nExample:\n  wattledger keys address consumer')
    .action(async (name: string, _: unknown, command: Command) => {
      const settings = settingsOf(command)
      const address = await addressOf(keysFolder(settings.home), name)
      present(settings, { name, address }, [address])
    })
}
