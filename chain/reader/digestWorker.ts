import { parentPort } from 'node:worker_threads'
import type { RawBody } from './blockSource.ts'
import { digestHere, memoryOf } from './digest.ts'

parentPort?.on('message', (bodies: readonly RawBody[]) => {
  parentPort?.postMessage(digestHere(bodies), memoryOf(bodies))
})
