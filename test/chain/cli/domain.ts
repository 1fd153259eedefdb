import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDay } from '../../../chain/cli/quantities.ts'
import { dayInIndia, startOfDay } from '../../../contracts/rules/day.ts'
import { dayNumber } from '../../../contracts/rules/units.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { type Home, startHome } from './home.ts'

/** A home with an account that was read once: 500 kWh at ₹5 in the 30 days before today, a bill of ₹2,500.00, unpaid. */
export type Domain = AsyncDisposable & {
  readonly home: Home
  readonly code: string
  /** A document to name. */
  readonly document: string
  /** The day so many days after the test's first, as YYYY-MM-DD. */
  readonly day: (after: number) => string
  /** Moves the chain's clock. */
  readonly pass: (days: number) => Promise<void>
  /** Runs a command that should be done and gives what it says. */
  readonly done: (...line: string[]) => Promise<string>
  /** Runs a command that should fail and gives its exit code and what it says. */
  readonly refused: (...line: string[]) => Promise<string>
}

export async function startDomain(): Promise<Domain> {
  const home = await startHome()
  const provider = anvilProvider(home.url)
  // At noon, so that no midnight in India comes in between.
  const today = dayNumber(dayInIndia(Date.now() / 1000) + 1)
  await provider.send('evm_setNextBlockTimestamp', [startOfDay(today) + 43_200])
  await provider.send('evm_mine', [])
  const day = (after: number) => formatDay(dayNumber(today + after))
  const document = join(home.path, 'document.pdf')
  await writeFile(document, 'what explains it')
  await home.json('rate', 'set', '--flat', '5', '--from', day(-400))
  const code = String((await home.json('account', 'new'))['code'])
  await home.json('agreement', 'propose', code, '--consumer', 'consumer', '--from', day(-30))
  await home.json('agreement', 'accept', code)
  await home.json('meter', 'install', code, '--day', day(-30), '--modulus', '10000')
  const reading = ['reading', 'enter', code, '500', '--evidence', document]
  await home.json(...reading)
  return {
    home,
    code,
    document,
    day,
    pass: async (days) => {
      await provider.send('evm_increaseTime', [days * 86_400])
      await provider.send('evm_mine', [])
    },
    done: async (...line) => {
      const ran = await home.run(line)
      if (ran.code !== 0) throw new Error(`${line.join(' ')} ended with ${ran.code}: ${ran.stderr}`)
      return `${ran.stdout}${ran.stderr}`
    },
    refused: async (...line) => {
      const { code: exitCode, stderr } = await home.run(line)
      return `${exitCode}: ${stderr}`
    },
    [Symbol.asyncDispose]: async () => {
      provider.destroy()
      await home[Symbol.asyncDispose]()
    },
  }
}
