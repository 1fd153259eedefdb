import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findGeth, gethCache, UnusableGeth } from '../../../chain/network/findGeth.ts'
import { NoGeth, obtainGeth } from '../../../chain/network/obtainGeth.ts'

// A shell script stands for Geth and for Go: what they answer is what is asked of them.
describe.skipIf(process.platform === 'win32')('obtaining Geth', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'wattledger-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  const program = async (name: string, script: string) => {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return file
  }
  const gethOf = (name: string, version: string) =>
    program(name, `echo Geth; echo "Version: ${version}"`)
  const environment = (more: NodeJS.ProcessEnv = {}) => ({
    PATH: `${path.join(folder, 'path')}:/usr/bin:/bin`,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    ...more,
  })

  test('takes the one that GETH names before any other', async () => {
    const named = await gethOf('named/geth', '1.13.15-stable')
    await gethOf('path/geth', '1.13.14-stable')
    expect(findGeth(environment({ GETH: named }))).toMatchObject({ geth: named, from: 'GETH' })
  })

  test('refuses a named one that cannot seal, or cannot be run, with the way out', async () => {
    const newer = await gethOf('named/geth', '1.14.0-stable')
    expect(() => findGeth(environment({ GETH: newer }))).toThrow(UnusableGeth)
    expect(() => findGeth(environment({ GETH: newer }))).toThrow(
      /version 1\.14\.0-stable.*1\.13\.15/,
    )
    expect(() => findGeth(environment({ GETH: '/nowhere/geth' }))).toThrow(/can't be run/)
  })

  test('takes a 1.13 on the PATH, and passes over a newer one for the build in the cache', async () => {
    const onPath = await gethOf('path/geth', '1.13.4-stable')
    expect(findGeth(environment())).toMatchObject({ geth: onPath, from: 'PATH' })
    await gethOf('path/geth', '1.15.2-stable')
    expect(findGeth(environment())).toBeUndefined()
    const cached = path.relative(folder, path.join(gethCache(environment()), 'geth'))
    await gethOf(cached, '1.13.15-stable')
    expect(findGeth(environment())).toMatchObject({
      geth: path.join(folder, cached),
      from: 'cache',
    })
  })

  test('builds it once with Go, says so, and finds it in the cache from then on', async () => {
    await program(
      'path/go',
      'if [ "$1" = env ]; then echo go1.26.1; exit; fi\necho "$@" > "$GOBIN/arguments"\necho "$CGO_ENABLED" >> "$GOBIN/arguments"\nprintf "#!/bin/sh\\n" > "$GOBIN/geth"\nchmod 755 "$GOBIN/geth"',
    )
    const told: string[] = []
    const built = await obtainGeth((line) => told.push(line), environment())
    expect(built).toMatchObject({
      from: 'cache',
      geth: path.join(gethCache(environment()), 'geth'),
    })
    expect(told[0]).toMatch(/^Building Geth 1\.13\.15 with Go, once/)
    expect(told.at(-1)).toMatch(/^Geth 1\.13\.15 is built/)
    const silent: string[] = []
    expect(await obtainGeth((line) => silent.push(line), environment())).toEqual(built)
    expect(silent).toEqual([])
  })

  test('leaves nothing in the cache when the build fails, and says what Go said', async () => {
    await program(
      'path/go',
      'if [ "$1" = env ]; then echo go1.26.1; exit; fi\necho "no space left" >&2; exit 1',
    )
    await expect(obtainGeth(() => {}, environment())).rejects.toThrow(/no space left/)
    expect(findGeth(environment())).toBeUndefined()
  })

  test('names the ways out where there is neither Geth nor Go', () => {
    const sentence = new NoGeth().message
    for (const way of ['https://go.dev/dl', 'GETH', '--chain anvil'])
      expect(sentence).toContain(way)
  })
})
