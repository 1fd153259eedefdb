import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { parseManifest } from '../../../contracts/proof/manifest.ts'
import { findRuns } from '../../../chain/network/processes.ts'
import { anvilProvider } from '../../machine/anvil.ts'
import { need } from '../../machine/need.ts'
import { newHome } from '../../machine/wattledger.ts'

const head = async (url: string) => {
  const provider = anvilProvider(url)
  try {
    return await provider.getBlock('latest')
  } finally {
    provider.destroy()
  }
}

describe('wattledger network on anvil', () => {
  test('starts in the foreground, deploys once, and goes on with the same chain after a stop', async () => {
    await using home = await newHome()
    const network = await home.stay('network', 'start', '--foreground', '--chain', 'anvil')
    expect(JSON.parse(network.line)).toEqual({
      ready: true,
      chain: 'anvil',
      rpc: home.rpcUrl,
      ws: home.rpcUrl.replace('http', 'ws'),
    })
    const deployed = await home.run('deploy', '--json')
    expect(deployed.stderr).toBe('')
    const manifest = parseManifest(await readFile(path.join(home.path, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ chain: 'anvil', chainId: 20482, signers: [] })
    expect(JSON.parse(deployed.stdout)).toMatchObject({
      isNew: true,
      granted: ['TARIFF', 'OPERATIONS', 'CASHIER'],
    })
    const before = await head(home.rpcUrl)
    expect((await network.end('SIGTERM')).code).toBe(0)
    expect(await findRuns(home.path)).toEqual([])

    // Without --chain: the home remembers.
    const again = await home.run('network', 'start', '--json')
    expect(again.stderr).toBe('')
    expect(JSON.parse(again.stdout)).toMatchObject({ chain: 'anvil' })
    expect((await head(home.rpcUrl))?.hash).toBe(before?.hash)
    const repeated = await home.run('deploy', '--json')
    expect(JSON.parse(repeated.stdout)).toMatchObject({
      isNew: false,
      granted: [],
      contract: manifest.contract,
    })
    expect((await head(home.rpcUrl))?.number).toBe(before?.number)
    const stopped = await home.run('network', 'stop', '--json')
    expect(JSON.parse(stopped.stdout)).toEqual({ stopped: ['anvil'] })
  })

  test('names a taken port, what it is for, and the way out', async () => {
    await using home = await newHome()
    const other = createServer().listen(home.ports.rpc, '127.0.0.1')
    await once(other, 'listening')
    try {
      const refused = await home.run('network', 'start', '--chain', 'anvil')
      expect(refused.code).toBe(3)
      expect(refused.stderr).toBe(
        `Port ${home.ports.rpc}, for the chain's RPC, is taken: stop what uses it, or set RPC_PORT.\n`,
      )
    } finally {
      other.close()
    }
  })

  test('refuses another chain than the home has, a second start, and a manifest of another chain', async () => {
    await using home = await newHome()
    await home.run('network', 'start', '--chain', 'anvil')
    await home.run('deploy')
    const second = await home.run('network', 'start')
    expect(second.code).toBe(3)
    expect(second.stderr).toContain('The network of this home runs already')
    await home.run('network', 'stop')
    const other = await home.run('network', 'start', '--chain', 'geth')
    expect(other.code).toBe(2)
    expect(other.stderr).toContain('The chain of this home is anvil')

    await using stranger = await newHome()
    await stranger.run('network', 'start', '--chain', 'anvil')
    const refused = await home.run('deploy', '--rpc', stranger.rpcUrl)
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain('is of another chain')
  })

  test('stops what a killed command left behind, and starts anew', async () => {
    await using home = await newHome()
    const network = await home.stay('network', 'start', '--foreground', '--chain', 'anvil')
    await network.end('SIGKILL')
    expect(await findRuns(home.path)).toHaveLength(1)
    const again = await home.run('network', 'start')
    expect(again.stderr).toContain('which an earlier start left behind')
    expect(again.code).toBe(0)
  })

  test('says what is wrong with a port, a node or a period that nobody can use', async () => {
    await using home = await newHome()
    await using misset = await newHome({ RPC_PORT: 'eight' })
    const cases = [
      [misset, ['network', 'start', '--chain', 'anvil'], 'RPC_PORT is "eight"'],
      [home, ['network', 'stop', 'treasury'], 'There is no node "treasury"'],
      [home, ['network', 'start', '--period', '0'], '"0" is no number of seconds'],
      [home, ['network', 'join', 'nowhere.json', '--peers', 'x'], "nowhere.json can't be read"],
    ] as const
    for (const [place, args, sentence] of cases) {
      const { code, stderr } = await place.run(...args)
      expect(stderr).toContain(sentence)
      expect(code).toBe(2)
    }
  })
})

describe.skipIf(!need('geth'))('wattledger network on Geth', () => {
  test('brings up three signers, a bootnode and an RPC node, and resumes them', async () => {
    await using home = await newHome()
    const network = await home.stay('network', 'start', '--foreground', '--chain', 'geth')
    expect(JSON.parse(network.line)).toMatchObject({ ready: true, chain: 'geth' })
    expect((await home.run('deploy')).stderr).toBe('')
    const manifest = parseManifest(await readFile(path.join(home.path, 'manifest.json'), 'utf8'))
    expect(manifest.signers.map(({ party }) => party)).toEqual(['board', 'consumer', 'regulator'])

    // One of three signers can be stopped while it runs.
    expect((await home.run('network', 'stop', 'consumer')).code).toBe(0)
    const { stdout } = await home.run('network', 'status', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ chain: 'geth', signers: [{}, {}, {}] })
    expect((await home.run('network', 'start', 'consumer')).code).toBe(0)
    expect(
      (await home.run('network', 'logs', 'consumer', '-n', '5')).stdout.split('\n'),
    ).toHaveLength(6)

    const before = await head(home.rpcUrl)
    const ended = await network.end('SIGINT')
    expect(ended.stderr).toContain('consumer ended')
    expect(ended.stdout.trim().split('\n')).toHaveLength(1)
    expect(await findRuns(home.path)).toEqual([])

    const again = await home.run('network', 'start', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ chain: 'geth' })
    const provider = anvilProvider(home.rpcUrl)
    expect((await provider.getBlock(before?.number ?? 0))?.hash).toBe(before?.hash)
    expect(await provider.getBlockNumber()).toBeGreaterThan(before?.number ?? 0)
    provider.destroy()
    expect(JSON.parse((await home.run('deploy', '--json')).stdout)).toMatchObject({ isNew: false })
  })

  test('lets an auditor join with a node of its own, which follows and does not seal', async () => {
    await using home = await newHome()
    await using auditor = await newHome()
    const enodesIn = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { enodes: string[] }).enodes
        .map((enode) => enode.replace('THIS-HOST', '127.0.0.1'))
        .join(',')
    const made = await home.run('network', 'init', '--period', '1', '--json')
    expect(made.stderr).toBe('')
    const description = path.join(home.path, 'network', 'network.json')
    const joined = await auditor.run(
      'network',
      'join',
      description,
      '--peers',
      enodesIn(made),
      '--json',
    )
    expect(joined.stderr).toBe('')
    expect((await home.run('network', 'admit', enodesIn(joined))).code).toBe(0)
    expect((await home.run('network', 'start')).stderr).toBe('')
    expect((await auditor.run('network', 'start')).stderr).toBe('')
    const seen = await head(auditor.rpcUrl)
    const provider = anvilProvider(home.rpcUrl)
    // A block may reach the auditor first.
    await expect
      .poll(async () => (await provider.getBlock(seen?.number ?? 0))?.hash, { timeout: 10_000 })
      .toBe(seen?.hash)
    provider.destroy()
    const { stdout } = await auditor.run('network', 'status', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      nodes: [{ name: 'bootnode' }, { name: 'rpc', peers: 4 }],
    })
  })
})
