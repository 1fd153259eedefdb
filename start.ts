/**
 * Everything on one machine: Postgres, a chain, the contract, the reference session, a demo town, the indexer, the portal.
 * Each is a process of its own; this file only starts them in order, waits until each says it is ready, and stops
 * them again. `npm start -- --help` lists the options.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(fileURLToPath(import.meta.url))
const env = process.env
const home = resolve(env['WATTLEDGER_HOME'] ?? join(root, '.wattledger'))
const portal = { name: 'the portal', variable: 'PORT', port: Number(env['PORT'] ?? 8080) }
const indexer = {
  name: 'the indexer',
  variable: 'INDEXER_PORT',
  port: Number(env['INDEXER_PORT'] ?? 9464),
}

const help = `Usage: npm start -- [options]

Brings up Postgres, a chain, the contract, the reference session, the indexer and the portal; behind them a demo town.

  --chain geth|anvil   which chain (default: that of the last start, else Geth if one is found, else anvil;
                       geth is built once with Go where no geth 1.13 is found)
  --accounts COUNT     how large the demo town is (default 40; 0: none; 5000 takes some minutes)
  --fresh              begin anew; what was there is set aside in ${home}.old
  --help               this text

Environment: WATTLEDGER_HOME (all state, default .wattledger), PORT (portal, 8080), RPC_PORT (8545), WS_PORT (8546),
P2P_PORT (30301), PG_PORT (54329), INDEXER_PORT (9464), DATABASE_URL (a Postgres of your own), RPC_URL (a node of your own).

Examples: npm start -- --chain geth      npm start -- --fresh --accounts 5000      PORT=8081 npm start`

/** A new anvil's clock begins so long ago, so that the town can record fourteen months in their own time. */
const PAST_DAYS = 425
const INDIA_MS = 19_800_000
const longAgo = () =>
  new Date(Date.now() + INDIA_MS - PAST_DAYS * 86_400_000).toISOString().slice(0, 10)

/** A process of ours, its readiness line once it has printed one, and a promise of its end. */
type Service = { name: string; child: ChildProcess; ended: Promise<number | null> }
type Ready = Record<string, unknown>

const services: Service[] = []
let stopping = false
const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
const say = (line: string) => process.stderr.write(`${line}\n`)

class StartFailed extends Error {}

/** Starts `node script …args`; its standard error goes to a log file, and to the terminal where `shown`. */
const launch = (name: string, script: string, args: string[], shown = false): Service => {
  const log = join(home, 'logs', `${name}.log`)
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...env, WATTLEDGER_HOME: home },
    // A group of its own: Ctrl-C then reaches only this process, which stops the others in order. The IPC channel
    // tells a child that its parent is gone, however it went.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const file = createWriteStream(log, { flags: 'a' })
  child.stderr?.on('data', (chunk: Buffer) => {
    file.write(chunk)
    if (shown) process.stderr.write(chunk)
  })
  const ended = new Promise<number | null>((end) => {
    child.once('error', (cause) => {
      file.write(`${String(cause)}\n`)
      end(null)
    })
    child.once('close', (code) => {
      file.end()
      end(code)
    })
  })
  return { name, child, ended }
}

const failure = (name: string, code: number | null) => {
  const log = join(home, 'logs', `${name}.log`)
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8) : []
  return new StartFailed(
    [`${name} ended with ${code ?? 'an error'}; the end of ${log}:`, ...lines].join('\n  '),
  )
}

/** Starts something that stays, and waits for the JSON line in which it says that it is ready. */
const stay = async (
  name: string,
  script: string,
  args: string[] = [],
  shown = false,
): Promise<Ready> => {
  const service = launch(name, script, args, shown)
  services.push(service)
  const ready = new Promise<Ready>((found) => {
    if (service.child.stdout === null) return
    createInterface({ input: service.child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready":true')) found(JSON.parse(line) as Ready)
    })
  })
  const ended = service.ended.then((code) => {
    throw failure(name, code)
  })
  const answer = await Promise.race([ready, ended])
  ended.catch((error: unknown) => {
    if (!stopping) void stop(1, error instanceof Error ? error.message : String(error))
  })
  say(`  ✓ ${name} (${seconds()})`)
  return answer
}

/** Runs something that ends, and returns what it printed. */
const run = async (name: string, script: string, args: string[] = []): Promise<string> => {
  const service = launch(name, script, args)
  services.push(service)
  let output = ''
  service.child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await service.ended
  services.splice(services.indexOf(service), 1)
  if (code !== 0) throw failure(name, code)
  say(`  ✓ ${name} (${seconds()})`)
  return output
}

/** Stops in the reverse of the order of starting, each given 20 s before it is killed. */
const stop = async (code: number, why?: string) => {
  if (stopping) return
  stopping = true
  if (why !== undefined) say(`\n${why}`)
  say('\nStopping …')
  for (const { child, ended } of services.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    // Windows knows no SIGTERM: there the closed channel is the request.
    if (process.platform === 'win32') child.disconnect()
    else child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(late)
  }
  say('Stopped. The next `npm start` goes on where this one ended.')
  process.exit(code)
}

const refuseTakenPort = ({ name, variable, port }: typeof portal) =>
  new Promise<void>((free, taken) => {
    const server = createServer()
    server.once('error', () =>
      taken(
        new StartFailed(
          `Port ${port}, for ${name}, is taken: stop what uses it, or choose another with ${variable}=${port + 1} npm start.`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => free()))
  })

const setAside = () => {
  if (!existsSync(home)) return
  rmSync(`${home}.old`, { recursive: true, force: true })
  renameSync(home, `${home}.old`)
  say(`What was in ${home} is now in ${home}.old`)
}

const start = async (chain: string | undefined, fresh: boolean, accounts: number) => {
  await refuseTakenPort(portal)
  await refuseTakenPort(indexer)
  if (fresh) setAside()
  mkdirSync(join(home, 'logs'), { recursive: true })
  say('Starting wattledger …')

  const database = async () => {
    if (env['DATABASE_URL'] === undefined) await stay('postgres', 'migrations/embedded.ts')
    await run('schema', 'migrations/main.ts')
  }
  const contract = async () => {
    const options = [
      ...(chain === undefined ? [] : ['--chain', chain]),
      ...(accounts === 0 ? [] : ['--since', longAgo()]),
    ]
    const node: Ready =
      env['RPC_URL'] === undefined
        ? await stay(
            'chain',
            'chain/cli/main.ts',
            ['network', 'start', '--foreground', ...options],
            true,
          )
        : { chain: 'your node', rpc: env['RPC_URL'] }
    if (typeof node['rpc'] === 'string') env['RPC_URL'] = node['rpc']
    if (typeof node['ws'] === 'string') env['WS_URL'] = node['ws']
    if (typeof node['peer'] === 'string') env['PEER_URL'] ??= node['peer']
    await run('contract', 'chain/cli/main.ts', ['deploy', '--json'])
    return node
  }
  const [, node] = await Promise.all([database(), contract()])
  const [, , session] = await Promise.all([
    stay('indexer', 'indexer/main.ts'),
    stay('portal', 'portal/main.ts'),
    run('reference session', 'chain/cli/main.ts', ['demo', '--json']),
  ])
  return { node, account: (JSON.parse(session) as { code: string }).code }
}

/** The town fills in while the portal is looked at already; where that fails, everything else goes on. */
const fillTown = async (accounts: number, guide: string) => {
  const args = ['town', '--accounts', String(accounts), '--json']
  try {
    await run('demo town', 'chain/cli/main.ts', args)
    say(`  The town is complete: ${guide} says what to look at.
  Its bank's statement, to reconcile: ${join(home, 'bank-statement.csv')}\n`)
  } catch (error) {
    if (!(error instanceof StartFailed)) throw error
    if (!stopping)
      say(`${error.message}\nThe rest goes on without the town; the next start completes it.`)
  }
}

const { values } = parseArgs({
  options: {
    chain: { type: 'string' },
    accounts: { type: 'string', default: '40' },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(`${help}\n`)
  process.exit(0)
}
if (values.chain !== undefined && values.chain !== 'geth' && values.chain !== 'anvil') {
  say(`--chain is geth or anvil, not "${values.chain}".`)
  process.exit(2)
}
if (!/^(0|[1-9]\d{0,4})$/.test(values.accounts)) {
  say(`--accounts is a whole number up to 99999, not "${values.accounts}".`)
  process.exit(2)
}
const accounts = Number(values.accounts)

process.once('SIGINT', () => void stop(0))
process.once('SIGTERM', () => void stop(0))
try {
  const { node, account } = await start(values.chain, values.fresh, accounts)
  const address = `http://127.0.0.1:${portal.port}`
  process.stdout.write(`
wattledger runs: ${String(node['chain'])} chain, Postgres, indexer, portal (${seconds()})

  Portal          ${address}
  Demo account    ${address}/accounts/${account}
${accounts === 0 ? '' : `  Demo town       ${address}/demo: ${accounts} accounts, filling in now\n`}  Stop            Ctrl-C; the next start goes on with the same chain and database
  Try next        npm run wattledger -- show bill ${account}
                  npm run wattledger -- pay ${account} 100 --key consumer

`)
  if (accounts > 0) await fillTown(accounts, `${address}/demo`)
} catch (error) {
  if (!(error instanceof StartFailed)) throw error
  await stop(1, error.message)
}
