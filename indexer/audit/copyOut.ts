import type pg from 'pg'
import { to } from 'pg-copy-streams'

/** What a select of our own making gives, in COPY's binary format; COPY takes no parameters. */
export const copyOut = async (client: pg.ClientBase, select: string): Promise<Buffer> => {
  const stream = client.query(to(`copy (${select}) to stdout (format binary)`))
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
