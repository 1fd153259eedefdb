import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeyInUse, lockKey } from '../../../chain/journal/keyLock.ts'

const KEY = `0x${'aB'.repeat(20)}`
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'wattledger-lock-'))
  await mkdir(join(home, 'journal'))
})
afterAll(() => rm(home, { recursive: true }))

const lockFile = () => join(home, 'journal', `${KEY.toLowerCase()}.lock`)

describe('the lock of a key', () => {
  test('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const enter = async () => {
      await using _lock = await lockKey(home, KEY)
      most = Math.max(most, ++inside)
      await sleep(5)
      inside--
    }
    await Promise.all(Array.from({ length: 8 }, enter))
    expect(most).toBe(1)
    expect(await readdir(join(home, 'journal'))).toEqual([])
  })

  test('that is held is waited for, then told with its holder', async () => {
    await using _held = await lockKey(home, KEY)
    let told = 0
    const waiting = lockKey(home, KEY, { patienceMs: 60, onWait: (pid) => (told = pid) })
    await expect(waiting).rejects.toThrow(KeyInUse)
    expect(told).toBe(process.pid)
  })

  test('of a process that is gone is taken over, by one of many', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    await writeFile(lockFile(), `${child.pid} 123 left`)
    let inside = 0
    let most = 0
    const enter = async () => {
      await using _lock = await lockKey(home, KEY)
      most = Math.max(most, ++inside)
      await sleep(2)
      inside--
    }
    await Promise.all(Array.from({ length: 6 }, enter))
    expect(most).toBe(1)
  })

  test.runIf(process.platform === 'linux')(
    'is taken over too where the number has come round to another process',
    async () => {
      await writeFile(lockFile(), `${process.pid} 1 left`)
      await using lock = await lockKey(home, KEY, { patienceMs: 1_000 })
      expect(lock).toBeDefined()
    },
  )
})
