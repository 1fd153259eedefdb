const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Shows what is waited for, on a terminal's stderr; elsewhere nothing. For `using`. */
export function progress(what: () => string): Disposable {
  if (!process.stderr.isTTY) return { [Symbol.dispose]: () => {} }
  const began = Date.now()
  let frame = 0
  const timer = setInterval(() => {
    const seconds = Math.floor((Date.now() - began) / 1000)
    frame = (frame + 1) % FRAMES.length
    process.stderr.write(`\r${FRAMES[frame] ?? ''} ${what()} ${seconds} s`)
  }, 120)
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer)
      process.stderr.write('\r\u001B[K')
    },
  }
}
