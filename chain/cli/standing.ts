import { pool, type Pool } from '../../contracts/rules/pool.ts'
import { postingsOf } from '../../contracts/rules/posting.ts'
import { dayInIndia } from '../../contracts/rules/day.ts'
import type { History } from './history.ts'
import { type Ledger, memberOf, textOf } from './ledger.ts'

/** What is owed on each bill of an account today, by the rules of the pool; asks the node for the days of its blocks. */
export async function standingOf(ledger: Ledger, history: History): Promise<Pool> {
  const numbers = [...new Set(history.entries.map(({ block }) => block))]
  const blocks = await ledger.transport.batch(
    numbers.map((number) => ({
      method: 'eth_getBlockByNumber',
      params: [`0x${number.toString(16)}`, false],
    })),
  )
  const days = new Map(
    numbers.map((number, place) => [
      number,
      dayInIndia(Number(textOf(memberOf(blocks[place], 'timestamp')))),
    ]),
  )
  const dated = history.entries.map(({ event, block }) => ({
    event,
    day: days.get(block) ?? history.block.day,
  }))
  return pool(postingsOf(dated), history.block.day)
}
