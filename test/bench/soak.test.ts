import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { need } from '../machine/need.ts'

test.skipIf(!need('geth'))(
  'a soak stores every block that comes, one a second, and tells what it measured',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'wattledger-soak-'))
    try {
      const out = path.join(folder, 'soak.json')
      const args = ['test/bench/main.ts', '--soak', '0.3', '--out', out]
      const { stdout } = await promisify(execFile)(process.execPath, args)
      expect(stdout.match(/^Quarter \d: \d+ blocks of 200 entries, p50 /gm)).toHaveLength(4)
      const blocks = JSON.parse(await readFile(out, 'utf8')) as { memory: number }[]
      expect(blocks).toHaveLength(18)
      // What an hour may hold too.
      for (const { memory } of blocks) expect(memory).toBeLessThan(400e6)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
