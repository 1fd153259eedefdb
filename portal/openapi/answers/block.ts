import { z } from 'zod'
import type { Descriptions } from '../described.ts'
import { byKind, entries, entry } from '../entryShape.ts'
import { address, block, bytes, count, day, flag, hash, month, next, timestamp } from '../units.ts'

const sealer = address.nullable().describe('The key that sealed it; null on a practice chain.')
export const party = z.enum(['board', 'consumer', 'regulator']).describe('Whose key it is.')

/** What the chain is made of. */
export const blockAnswers = {
  '/transactions/:hash': {
    summary: 'A transaction: its entries, and each as the chain has it',
    asks: ['log'],
    answer: z.strictObject({
      transaction: z
        .strictObject({
          hash,
          block,
          index: count('Its place in the block, from 0.'),
          logCount: count('How many entries it recorded.'),
          timestamp,
          sender: address,
          recipient: address.nullable().describe('null where it made a contract.'),
        })
        .describe('As the block has it.'),
      entries: z
        .array(
          entry.extend({
            raw: z
              .strictObject({
                topics: z.array(hash).describe('Signature, account, number.'),
                data: bytes,
              })
              .describe('The log, word for word.'),
          }),
        )
        .describe('What it recorded.'),
    }),
  },
  '/blocks': {
    summary: 'Blocks, newest first',
    asks: ['before'],
    answer: z.strictObject({
      blocks: z
        .array(
          z.strictObject({
            number: block,
            timestamp,
            sealer,
            transactions: count('How many it has.'),
            entries: count('How many it recorded.'),
          }),
        )
        .describe('So many as a page has.'),
      next,
    }),
  },
  '/blocks/:number': {
    summary: 'A block, and the first of its entries',
    answer: z.strictObject({
      block: z
        .strictObject({
          number: block,
          hash,
          parentHash: hash,
          stateRoot: hash.describe('What accounts’ fingerprints are proven against.'),
          timestamp,
          sealer,
          transactions: count('How many it has.'),
          logs: count('How many entries it recorded.'),
        })
        .describe('Its header.'),
      entries: entries('The first of them.'),
    }),
  },
  '/signers': {
    summary: 'Who sealed how many blocks, and was silent how long',
    answer: z.strictObject({
      blocks: count('All blocks that anyone sealed.'),
      lookedThrough: count('How many of the newest blocks silences are looked for in.'),
      signers: z
        .array(
          z.strictObject({
            party,
            address,
            blocks: count('How many it sealed.'),
            lastBlock: block.nullable(),
            longestSilence: z
              .strictObject({
                first: block,
                last: block,
                blocks: count('How many blocks in a row others sealed.'),
                since: timestamp.describe('Of its block before it, as far as that is known.'),
                seconds: count('From the block before it to the one after, in seconds.'),
                isOpen: flag('It goes on.'),
              })
              .nullable()
              .describe('null where it sealed every block looked through.'),
            silentDays: z
              .strictObject({
                first: day,
                last: day.describe('The last one, counted in.'),
                days: count('How many in a row, days without a block of anybody left out.'),
              })
              .nullable()
              .describe('The longest stretch of whole days without a block of its own, ever.'),
            months: z
              .record(month, count('Blocks sealed.'))
              .describe('By month, newest first, 13 at most.'),
          }),
        )
        .describe('One a party; none on a practice chain.'),
      newest: z
        .array(z.strictObject({ block, timestamp, sealer, party: party.nullable() }))
        .describe('Newest first.'),
    }),
  },
  '/orphans': {
    summary: 'Blocks that the chain replaced, the highest first',
    asks: ['before'],
    answer: z.strictObject({
      blocks: z
        .array(
          z.strictObject({
            number: block,
            hash,
            sealer,
            timestamp: timestamp.nullable(),
            orphanedAt: z.iso.datetime().describe('When it was put aside, in UTC.'),
            entries: byKind.describe('What it had recorded.'),
            transactions: z
              .array(
                z.strictObject({
                  hash,
                  again: block.nullable().describe('The block that took it up again; else null.'),
                }),
              )
              .describe('The first 20.'),
            replacedBy: z
              .strictObject({ hash, sealer })
              .nullable()
              .describe('The block in its place; null while there is none, or if it came back.'),
            isBack: flag('The same block came back.'),
          }),
        )
        .describe('So many as a page has.'),
      next,
    }),
  },
} as const satisfies Descriptions
