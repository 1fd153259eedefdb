/** Messages of Postgres's protocol, version 3 (PostgreSQL manual, "Message Formats"). */

export interface Message {
  /** What it is; empty for the first of a connection. */
  readonly letter: string
  readonly bytes: Buffer
}

/** Cuts what comes in into whole messages. */
export const messagesIn = (isFirstBare: boolean) => {
  let rest: Buffer = Buffer.alloc(0)
  let isBare = isFirstBare
  return (chunk: Buffer): Message[] => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const messages: Message[] = []
    for (;;) {
      const head = isBare ? 0 : 1
      if (rest.length < head + 4) return messages
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return messages
      const bytes = rest.subarray(0, length)
      messages.push({ letter: isBare ? '' : String.fromCharCode(bytes[0] as number), bytes })
      isBare = false
      rest = rest.subarray(length)
    }
  }
}

const COPY_DONE = 'c'

/** The beginning of the statement that the message brings, or undefined where it brings none. */
export const statementIn = ({ letter, bytes }: Message): string | undefined => {
  if (letter === COPY_DONE) return 'copy done'
  if (letter !== 'Q' && letter !== 'P') return undefined
  const from = letter === 'P' ? bytes.indexOf(0, 5) + 1 : 5
  const text = bytes.toString('utf8', from, bytes.indexOf(0, from))
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
}

/** In the place of a statement, or of the end of a COPY: something that Postgres refuses, its transaction with it. */
export const spoiled = ({ letter }: Message): Buffer => {
  if (letter === COPY_DONE) return message('f', Buffer.from('no space\0'))
  // Of a prepared one: no name, the text, no parameters.
  return letter === 'P'
    ? message('P', Buffer.from('\0no space\0\0\0'))
    : message('Q', Buffer.from('no space\0'))
}

/** An error, as Postgres tells one. */
export const errorMessage = (severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer =>
  message('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${text}\0\0`))

const message = (letter: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(letter)
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
