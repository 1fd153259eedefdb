import type { Context } from './follow.ts'
import { LockLost, runSession, waitAfter } from './session.ts'
import { DatabaseUnavailable } from './store/databaseErrors.ts'
import { CheckpointMoved } from './store/store.ts'

/** Runs one session after another until the signal, waiting out what passes. Throws what does not: an alarm, or a mistake. */
export const supervise = async (context: Context): Promise<void> => {
  for (let failures = 0; !context.signal.aborted;) {
    const began = Date.now()
    try {
      await runSession(context)
    } catch (error) {
      if (context.signal.aborted) break
      if (!mayPass(error)) throw error
      failures = context.progress.heardAt > began ? 1 : failures + 1
      context.metrics.databaseErrors.inc()
      await waitAfter(error, failures, context, context.signal)
    }
  }
  context.progress.state = 'stopped'
}

const mayPass = (error: unknown): error is Error =>
  error instanceof DatabaseUnavailable ||
  error instanceof LockLost ||
  error instanceof CheckpointMoved
