import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * A file that lies beside the ledger and may come or change while the portal runs. It is read anew when it was changed;
 * where there is none, its text is empty.
 */
export const besideFile = <Value>(
  path: string,
  parse: (text: string) => Value,
): (() => Promise<Value>) => {
  let read: { readonly changed: number; readonly value: Value } | undefined
  return async () => {
    const changed = changedAt(path)
    if (read?.changed !== changed) {
      const text = changed === 0 ? '' : await readFile(path, 'utf8').catch(() => '')
      read = { changed, value: parse(text) }
    }
    return read.value
  }
}

/** 0 where there is none. Every page asks, so at once: to let another thread look takes twenty times as long as looking. */
const changedAt = (path: string): number => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  } catch {
    return 0
  }
}
