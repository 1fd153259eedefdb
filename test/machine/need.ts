import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findGeth, findOnPath } from '../../chain/network/findGeth.ts'

const parts = {
  geth: {
    find: () => findGeth()?.geth,
    advice: 'set GETH to a geth 1.13.15, or run "npm run wattledger -- network init --chain geth"',
  },
  docker: { find: findDocker, advice: 'start a Docker engine' },
  python: {
    find: findPython,
    advice:
      'set WATTLEDGER_PYTHON to a Python 3 that has test/contracts/proof/evidence/requirements.txt',
  },
  chromium: { find: findChromium, advice: 'install Chromium, or set CHROMIUM to it' },
}

/**
 * Whether the machine has a part, for `describe.skipIf(!need('geth'))`. Where it lacks it, the reason is printed; with
 * WATTLEDGER_REQUIRE=all (as .ci/run sets it) it throws instead, so the file fails.
 */
export function need(part: keyof typeof parts): boolean {
  const { find, advice } = parts[part]
  if (find() !== undefined) return true
  const reason = `No ${part} on this machine: ${advice}.`
  if (process.env['WATTLEDGER_REQUIRE'] === 'all') throw new Error(reason)
  process.stderr.write(`Skipped: ${reason}\n`)
  return false
}

/** Path of the system's Chromium or Chrome, or undefined. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named !== undefined && existsSync(named)) return named
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  return (
    ['chromium', 'chromium-browser', 'google-chrome']
      .map((name) => findOnPath(name))
      .find((file) => file !== undefined) ?? usual.find((file) => existsSync(file))
  )
}

/** A Python that has what the second verifier needs, or undefined. */
export function findPython(): string | undefined {
  const named = process.env['WATTLEDGER_PYTHON']
  return [...(named === undefined ? [] : [named]), 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import Crypto.Hash.keccak, coincurve']).status === 0,
  )
}

function findDocker(): string | undefined {
  const docker = findOnPath('docker')
  if (docker === undefined) return undefined
  return spawnSync(docker, ['info'], { stdio: 'ignore', timeout: 20_000 }).status === 0
    ? docker
    : undefined
}
