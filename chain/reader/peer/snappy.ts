/**
 * Snappy's block format (google/snappy, format_description.txt), as RLPx compresses messages: a length, then pieces that
 * are either bytes as they are or copies of bytes before.
 */
export const decompress = (source: Uint8Array, most: number): Uint8Array | null => {
  let at = 0
  let length = 0
  for (let shift = 1; ; shift *= 128) {
    const byte = source[at++]
    if (byte === undefined || shift > 2 ** 28) return null
    length += (byte & 127) * shift
    if (byte < 128) break
  }
  if (length > most) return null
  // No Buffer: views of one cost several times as much, and a block is read in many.
  const target = new Uint8Array(length)
  let to = 0
  while (at < source.length) {
    const tag = source[at++] as number
    const kind = tag & 3
    if (kind === 0) {
      let count = (tag >> 2) + 1
      if (count > 60) {
        const size = count - 60
        count = 1
        for (let i = 0, unit = 1; i < size; i++, unit *= 256)
          count += (source[at++] as number) * unit
      }
      if (!(at + count <= source.length && to + count <= length)) return null
      if (count < 32) for (let i = 0; i < count; i++) target[to + i] = source[at + i] as number
      else target.set(source.subarray(at, at + count), to)
      at += count
      to += count
      continue
    }
    let count = (tag >> 2) + 1
    let back
    if (kind === 1) {
      count = ((tag >> 2) & 7) + 4
      back = ((tag >> 5) << 8) | (source[at++] as number)
    } else if (kind === 2) {
      back = (source[at] as number) | ((source[at + 1] as number) << 8)
      at += 2
    } else {
      back = 0
      for (let i = 0, unit = 1; i < 4; i++, unit *= 256) back += (source[at++] as number) * unit
    }
    if (!(back > 0 && back <= to && to + count <= length)) return null
    // A copy that reaches into itself repeats what it writes, which copyWithin would not.
    if (count > 24 && back >= count) target.copyWithin(to, to - back, to - back + count)
    else for (let i = 0; i < count; i++) target[to + i] = target[to - back + i] as number
    to += count
  }
  return to === length ? target : null
}

/** Without looking for copies: what we send is short. */
export const compress = (bytes: Uint8Array): Uint8Array => {
  const { length } = bytes
  const head: number[] = []
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    head.push(rest < 128 ? rest : (rest % 128) | 128)
    if (rest < 128) break
  }
  if (length > 0) head.push(63 << 2, ...[0, 8, 16, 24].map((by) => ((length - 1) >>> by) & 255))
  const packed = new Uint8Array(head.length + length)
  packed.set(head)
  packed.set(bytes, head.length)
  return packed
}
