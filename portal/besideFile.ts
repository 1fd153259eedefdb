import { readFile, stat } from 'node:fs/promises'

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
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    if (read?.changed !== changed) {
      const text = changed === 0 ? '' : await readFile(path, 'utf8').catch(() => '')
      read = { changed, value: parse(text) }
    }
    return read.value
  }
}
