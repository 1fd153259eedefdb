import type { Wallet } from 'ethers'
import { addressOf, keysFolder, unlockKey } from '../keys/keystore.ts'
import { passphraseFor } from '../keys/passphrase.ts'
import type { Settings } from './settings.ts'

/** The home's keys by name; each is unlocked once, when it is first needed. Throws `KeyError`s. */
export type Keyring = {
  address: (name: string) => Promise<string>
  unlock: (name: string) => Promise<Wallet>
}

export function keyringOf(settings: Pick<Settings, 'home' | 'passphrase'>): Keyring {
  const folder = keysFolder(settings.home)
  const unlocked = new Map<string, Promise<Wallet>>()
  const open = async (name: string) => {
    await addressOf(folder, name) // A key that is not there needs no passphrase.
    return unlockKey(folder, name, await passphraseFor(name, settings.passphrase))
  }
  return {
    address: (name) => addressOf(folder, name),
    unlock: (name) => {
      const wallet = unlocked.get(name) ?? open(name)
      unlocked.set(name, wallet)
      return wallet
    },
  }
}
