import { z } from 'zod'
import { guideGroups } from '../../../contracts/rules/guide.ts'
import { bulkTables } from '../../bulk/tables.ts'
import type { Descriptions } from '../described.ts'
import { entries } from '../entryShape.ts'
import {
  address,
  billNumber,
  block,
  code,
  count,
  day,
  flag,
  hash,
  path,
  text,
  timestamp,
} from '../units.ts'
import { party } from './block.ts'

const chainId = count('The chain’s id.')

/** What the portal says of itself and of the whole ledger. */
export const aboutAnswers = {
  '/': {
    summary: 'How far the ledger goes, and what was recorded last',
    answer: z.strictObject({
      entries: count('Of the whole ledger.'),
      indexed: block.nullable().describe('The last one stored; null before the first.'),
      latest: entries('The newest, newest first.'),
    }),
  },
  '/status': {
    summary: 'How far the ledger is stored and proven',
    answer: z.strictObject({
      chainHead: block.nullable().describe('The node’s newest; null where it can’t be asked.'),
      indexed: block.nullable().describe('The last one stored.'),
      proven: block.nullable().describe('The last one that two parties sealed.'),
      lagSeconds: count('How far the ledger is behind the chain, in seconds.').nullable(),
      indexer: z
        .enum(['starting', 'backfilling', 'following', 'waiting', 'alarm', 'stopped'])
        .nullable()
        .describe('What the indexer is doing; null before it said so.'),
      alarm: text('Why it stopped, in English; else null.').nullable(),
      block: z
        .strictObject({ hash, timestamp })
        .nullable()
        .describe('The last one stored; null before the first.'),
      chain: z.enum(['geth', 'anvil']).describe('geth: three parties seal; anvil: practice.'),
      chainId,
      genesisHash: hash,
      contract: address,
      entries: count('Of the whole ledger.'),
      accounts: count('How many have an entry.'),
      orphanedBlocks: count('Blocks that the chain replaced.'),
      signers: z
        .array(
          z.strictObject({
            party,
            address,
            blocks: count('How many of the last 100 it sealed.'),
            lastBlock: block.nullable(),
          }),
        )
        .describe('One a party; none on a practice chain.'),
      code: z
        .strictObject({
          source: hash.describe('Of what the source compiles to.'),
          chain: hash.nullable().describe('Of the chain’s contract; null where not proven now.'),
        })
        .nullable()
        .describe('Hashes of the contract’s code.'),
    }),
  },
  '/privacy': {
    summary: 'What is recorded of people, and what is not',
    answer: z.strictObject({
      recorded: z.array(z.string()).describe('In English.'),
      notRecorded: z.array(z.string()).describe('In English.'),
    }),
  },
  '/demo': {
    summary: 'What to look at, where the ledger is a demo',
    answer: z.strictObject({
      from: day,
      to: day,
      isLived: flag('Each act was recorded on its own day.'),
      accounts: count('How many it will have.'),
      recorded: count('How many of the situations the ledger shows by now.'),
      situations: z
        .array(
          z.strictObject({
            key: text('Its short name.'),
            group: z.enum(guideGroups).describe('What it is about.'),
            title: text('In English.'),
            sentence: text('What to see there, in English.'),
            code,
            bill: billNumber.nullable().describe('The bill to look at; null for the account.'),
            isRecorded: flag('The ledger shows it by now.'),
            page: path,
          }),
        )
        .describe('An account each.'),
    }),
  },
  '/verify': {
    summary: 'Where the verifier and this portal’s trust file are',
    answer: z.strictObject({ verifier: path, trust: path }),
  },
  '/trust': {
    summary: 'What this portal takes its own chain to be',
    answer: z
      .looseObject({})
      .describe('A trust file: contracts/proof/README.md says what is in it.'),
  },
  '/export': {
    summary: 'Where everything is, in files, as of the newest block',
    answer: z.strictObject({
      block: block.nullable().describe('null before the first.'),
      blockHash: hash.nullable(),
      manifest: path.nullable(),
      sums: path.nullable().describe('The same for sha256sum.'),
      tables: z
        .array(
          z.strictObject({
            table: z.enum(bulkTables),
            rows: count('How many; null where that is not kept.').nullable(),
            csv: path.nullable(),
            jsonl: path.nullable(),
          }),
        )
        .describe('A line a table.'),
    }),
  },
  '/export/:block/manifest': {
    summary: 'What each file of everything must hash to, as of a block',
    answer: z.strictObject({
      format: z.literal('wattledger-export/1').describe('The format of this file.'),
      chainId,
      genesisHash: hash,
      contract: address,
      block,
      blockHash: hash,
      files: z
        .array(
          z.strictObject({
            file: text('Its name, beside this one.'),
            table: z.enum(bulkTables),
            rows: count('How many.'),
            bytes: count('How many.'),
            sha256: text('SHA-256 of its bytes, 64 hex digits.').regex(/^[0-9a-f]{64}$/),
          }),
        )
        .describe('Two a table: CSV and JSON lines.'),
    }),
  },
  '/openapi': {
    summary: 'This document',
    answer: z.looseObject({
      openapi: z.literal('3.1.1').describe('The version of OpenAPI.'),
    }),
  },
} as const satisfies Descriptions
