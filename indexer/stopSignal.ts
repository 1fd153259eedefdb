/** Aborted by Ctrl-C, a supervisor's SIGTERM, or the end of the program that started this one and holds a channel to it. */
export const stopSignal = (): AbortSignal => {
  const controller = new AbortController()
  const stop = () => {
    process.off('disconnect', stop)
    controller.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop)
  if (process.connected) process.once('disconnect', stop)
  return controller.signal
}
