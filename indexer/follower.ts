import pino from 'pino'
import type { Config } from './config.ts'
import { readDeployment } from './deployment.ts'
import { serveHealth } from './health.ts'
import { createMetrics } from './metrics.ts'
import { newProgress } from './progress.ts'
import { supervise } from './supervise.ts'

/** What was deployed → health → follow the chain until told to stop. */
export const runFollower = async (config: Config, signal: AbortSignal): Promise<void> => {
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: true }))
  const deployment = await readDeployment(config)
  const progress = newProgress(Date.now())
  const metrics = createMetrics(progress, config.readyLagSeconds)
  await using health = await serveHealth(config, progress, metrics)
  const { chain, contract } = deployment.manifest
  log.info({ chain, contract, node: config.rpcUrl, health: health.url }, 'indexer started')

  let isReady = false
  const onCaughtUp = () => {
    if (isReady) return
    isReady = true
    const line = { ready: true, indexedBlock: progress.indexedBlock, health: health.url }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  await supervise({ ...deployment, config, progress, metrics, log, signal, onCaughtUp })
  log.info({ block: progress.indexedBlock }, 'indexer stopped')
}
