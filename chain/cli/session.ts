import type { Command } from 'commander'
import { type Keyring, keyringOf } from './keyring.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { type Settings, settingsOf } from './settings.ts'

/** What a command works with: its settings, the chain, the keys. For `using`. */
export type Session = Disposable & {
  readonly settings: Settings
  readonly ledger: Ledger
  readonly keyring: Keyring
}

/** Connects by the command's options. Throws as `settingsOf` and `openLedger`. */
export async function openSession(command: Command): Promise<Session> {
  const settings = settingsOf(command)
  const ledger = await openLedger(settings)
  return {
    settings,
    ledger,
    keyring: keyringOf(settings),
    [Symbol.dispose]: () => ledger[Symbol.dispose](),
  }
}
