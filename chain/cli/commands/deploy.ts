import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { deploy, type Deployment } from '../../deployment/deploy.ts'
import { manifestPath } from '../../deployment/manifestFile.ts'
import { ensureKey } from '../../keys/ensureKey.ts'
import { networkPath, readNetwork } from '../../network/network.ts'
import { createTransport } from '../../reader/transport.ts'
import { keyringOf } from '../keyring.ts'
import { addressFrom } from '../options.ts'
import { present } from '../output.ts'
import { formatRupees, parseRupees } from '../quantities.ts'
import { settingsOf, type Settings } from '../settings.ts'

type Options = {
  regulator?: string
  treasury?: string
  tariff?: string
  operations?: string
  cashier?: string
  adjustmentLimit: string
  network?: string
}

export function deployCommand(program: Command): void {
  program
    .command('deploy')
    .description('set the ledger up: deploy the contract, grant roles, write manifest.json')
    .option('--regulator <holder>', 'address or key of the regulator (key "regulator")')
    .option('--treasury <holder>', 'where native payments are swept to (key "treasury")')
    .option('--tariff <holder>', 'who may set rates (key "tariff")')
    .option('--operations <holder>', 'who may record readings and the like (key "operations")')
    .option('--cashier <holder>', 'who may post receipts (key "cashier")')
    .option('--adjustment-limit <rupees>', 'largest adjustment without the regulator', '1,000')
    .option(
      '--network <file>',
      "the network's description, for who seals (network.json of this home)",
    )
    .addHelpText(
      'after',
      '\nSigned by the key "board". What was deployed before is kept.\n\nExample:\n  wattledger deploy --treasury 0x…',
    )
    .action(async (options: Options, command: Command) => {
      const settings = settingsOf(command)
      const limit = parseRupees(options.adjustmentLimit)
      const people = await peopleOf(settings, options)
      const signers = await signersOf(settings, options.network)
      if (settings.isDryRun) {
        showPlan(settings, people, limit)
        return
      }
      const node = createTransport(settings.rpcUrl, { timeoutMs: 5_000, attempts: 3 })
      try {
        const { board, regulator, treasury, ...officers } = people
        const deployment = await deploy({
          home: settings.home,
          node,
          board: () => keyringOf(settings).unlock('board'),
          parties: { board, regulator, treasury },
          officers,
          signers,
          adjustmentLimitPaise: limit,
        })
        tell(settings, deployment)
      } finally {
        node.close()
      }
    })
}

type People = Awaited<ReturnType<typeof peopleOf>>

/** Addresses given, or of this home's keys, which a new home makes. */
async function peopleOf(settings: Settings, options: Options) {
  const keyring = keyringOf(settings)
  const holder = (given: string | undefined, key: string) =>
    given === undefined ? ensureKey(key, settings.passphrase) : addressFrom(keyring, given)
  // First alone: it may have to make the passphrase that the others share.
  const board = await ensureKey('board', settings.passphrase)
  const [regulator, treasury, tariff, operations, cashier] = await Promise.all([
    holder(options.regulator, 'regulator'),
    holder(options.treasury, 'treasury'),
    holder(options.tariff, 'tariff'),
    holder(options.operations, 'operations'),
    holder(options.cashier, 'cashier'),
  ])
  return { board, regulator, treasury, TARIFF: tariff, OPERATIONS: operations, CASHIER: cashier }
}

async function signersOf({ home }: Settings, file: string | undefined) {
  const named = file === undefined ? networkPath(home) : path.resolve(file)
  return file === undefined && !existsSync(named) ? [] : (await readNetwork(named)).signers
}

function showPlan(settings: Settings, people: People, limit: bigint): void {
  present(settings, { isDryRun: true, ...people, adjustmentLimitPaise: limit }, [
    'Dry run: nothing is signed or sent.',
    `Deploy the ledger through ${settings.rpcUrl} with the key "board" (${people.board})`,
    `  regulator         ${people.regulator}`,
    `  treasury          ${people.treasury}`,
    `  TARIFF            ${people.TARIFF}`,
    `  OPERATIONS        ${people.OPERATIONS}`,
    `  CASHIER           ${people.CASHIER}`,
    `  adjustment limit  ${formatRupees(limit)}`,
  ])
}

function tell(settings: Settings, { manifest, isNew, granted }: Deployment): void {
  const { contract, deployedBlock } = manifest
  present(settings, { ...manifest, isNew, granted }, [
    isNew
      ? `The ledger is at ${contract}, deployed in block ${deployedBlock}.`
      : `The ledger is at ${contract} since block ${deployedBlock}; nothing was deployed.`,
    granted.length > 0 ? `Granted: ${granted.join(', ')}.` : 'All roles were held already.',
    `Manifest: ${manifestPath(settings.home)}`,
  ])
}
