import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startHome } from '../chain/cli/home.ts'

/**
 * How long the CLI takes to record a file of receipts on anvil, and to find out that it is recorded already.
 * `node test/bench/batches.ts [rows]` (100,000).
 */
const rows = Number(process.argv[2] ?? 100_000)
const home = await startHome()
try {
  const code = String((await home.json('demo'))['code'])
  await home.json('receipt', 'secret')
  const file = join(home.path, 'receipts.csv')
  const lines = Array.from({ length: rows }, (_, i) => `${code},1.50,upi,UTR ${i}`)
  await writeFile(file, `account,amount,channel,reference\n${lines.join('\n')}\n`)
  for (const what of ['recorded', 'found recorded']) {
    const begun = Date.now()
    const { sent, transactions } = await home.json('receipt', 'batch', file)
    const seconds = (Date.now() - begun) / 1000
    console.log(
      `${rows} receipts ${what} in ${seconds.toFixed(1)} s (${String(sent)} sent in ${String(transactions)} transactions)`,
    )
  }
  await rm(file)
} finally {
  await home[Symbol.asyncDispose]()
}
