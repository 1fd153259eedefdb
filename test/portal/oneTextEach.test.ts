import { expect, test } from 'vitest'
import { openLedger } from '../../portal/readOnly.ts'

test('how many rows a page wants stands in its statement, so that its plan is made for a page', async () => {
  await using db = openLedger('postgres://nobody@127.0.0.1:1/nothing')
  const query = db
    .selectFrom(db.selectFrom('block').select('number').limit(2_000).as('looked'))
    .select('number')
    .where('number', '>', 7)
    .limit(51)
  const { sql, parameters } = query.compile()
  expect(sql).toContain('limit 2000')
  expect(sql).toMatch(/limit 51$/)
  expect(parameters).toEqual([7])
})

test('a list is one value of its statement, which so has one text however long the list', async () => {
  await using db = openLedger('postgres://nobody@127.0.0.1:1/nothing')
  const query = (numbers: number[]) =>
    db.selectFrom('block').select('number').where('number', 'in', numbers).compile()
  expect(query([1, 2, 3])).toMatchObject({
    sql: query([]).sql,
    parameters: [[1, 2, 3]],
  })
})
