/**
 * The verifier as one file, `verify.mjs`: run by Node it verifies files; imported, by the portal's verify page for one, it
 * gives the functions below. It opens files and nothing else.
 */
import { UnreadableTrust, verifyFile } from './file.ts'
import { exitCodeOf, tell, toldLines, verdictJson } from './words.ts'

export { tell, UnreadableTrust, verifyFile }

const USAGE = `Verifies wattledger evidence: without a network, without the portal, without trusting who gave it to you.

  node verify.mjs FILE [--trust FILE] [--json]

  FILE           evidence of an account or a bill, .json or .json.gz
  --trust FILE   what a party of the network has published: which chain, who seals, how new it must be
  --json         the verdict as JSON

Exit codes: 0 all of it holds · 1 refused · 2 nobody vouches for its chain (practice, or no trust file) · 5 unreadable file`

const main = async (words: readonly string[]): Promise<number> => {
  const { parseArgs } = await import('node:util')
  const { readFile } = await import('node:fs/promises')
  let asked
  try {
    asked = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        trust: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch {
    asked = null
  }
  const [file, ...others] = asked?.positionals ?? []
  if (asked === null || asked.values.help === true || file === undefined || others.length > 0) {
    process.stdout.write(`${USAGE}\n`)
    return asked?.values.help === true ? 0 : 5
  }
  try {
    const trust = asked.values.trust === undefined ? null : await readFile(asked.values.trust)
    const verdict = await verifyFile(await readFile(file), trust)
    const lines =
      asked.values.json === true ? verdictJson(verdict) : toldLines(tell(verdict)).join('\n')
    process.stdout.write(`${lines}\n`)
    return exitCodeOf(verdict)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 5
  }
}

/** Whether Node was started with this very file. */
const isRun = async (): Promise<boolean> => {
  if (typeof process === 'undefined' || process.argv[1] === undefined) return false
  const { realpathSync } = await import('node:fs')
  const { fileURLToPath } = await import('node:url')
  return (
    import.meta.url.startsWith('file:') &&
    realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
  )
}

if (await isRun()) process.exitCode = await main(process.argv.slice(2))
