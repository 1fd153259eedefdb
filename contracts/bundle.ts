/**
 * Writes what is made from the verifier's source: `artifacts/verify.mjs`, the verifier as one file that Node runs and
 * browsers import, and the JSON Schemas of the two files it reads. `npm run bundle`; with `-- --check` it compares.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import * as z from 'zod/mini'
import { evidenceShape, trustShape } from './proof/evidence/shape.ts'

/** The artefacts by name, as the source makes them now. */
export const bundleArtifacts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ['verify.mjs', await verifier()],
    ['evidence.schema.json', schemaText(evidenceShape, 'wattledger-evidence/1')],
    ['trust.schema.json', schemaText(trustShape, 'wattledger-trust/1')],
  ])

/** Where an artefact is kept. */
export const artifactPath = (name: string): string =>
  fileURLToPath(new URL(`artifacts/${name}`, import.meta.url))

/** By the browser's variants of keccak and key recovery, which need no WebAssembly. Readable, so that it can be read. */
const verifier = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('proof/evidence/standalone.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['browser'],
    external: ['node:*'],
    target: 'es2022',
    legalComments: 'inline',
    banner: { js: '// The verifier of wattledger evidence in one file; made by "npm run bundle".' },
  })
  return outputFiles[0]?.text ?? ''
}

const schemaText = (shape: z.ZodMiniType, title: string): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(shape) }, null, 2)}\n`

const main = async (isCheck: boolean): Promise<void> => {
  for (const [name, text] of await bundleArtifacts()) {
    const path = artifactPath(name)
    if (!isCheck) await writeFile(path, text)
    else if ((await readFile(path, 'utf8')) !== text) {
      process.stderr.write(`${path} is not what the source makes: run npm run bundle.\n`)
      process.exitCode = 1
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--check'))
