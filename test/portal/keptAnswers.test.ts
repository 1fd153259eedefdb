import { afterEach, expect, test, vi } from 'vitest'
import { type Answer, KeptAnswers, type Making } from '../../portal/keptAnswers.ts'

afterEach(() => {
  vi.useRealTimers()
})

const answerOf = (body: string): Answer => ({
  tag: 'W/"1"',
  type: 'text/html',
  body: Buffer.from(body),
})

/** Begins what was asked for before. */
const begin = (answers: KeptAnswers, key: string): Making => {
  answers.begin('asked for before', key).give(null)
  return answers.begin(key, key)
}

const withOne = (): KeptAnswers => {
  const answers = new KeptAnswers()
  for (const snapshot of ['9:9:', '10:10:']) {
    void answers.find(snapshot, '/')
    begin(answers, '/').give(answerOf('home'))
  }
  return answers
}

/** What is found, as text; null where somebody makes it who has nothing to share, undefined where nobody does. */
const found = async (answers: KeptAnswers, snapshot: string, key: string) => {
  const answer = await answers.find(snapshot, key)
  return answer === undefined || answer === null ? answer : answer.body.toString()
}

test('an answer is found while the ledger shows the same snapshot', async () => {
  const answers = withOne()
  expect(await found(answers, '10:10:', '/')).toBe('home')
  expect(await found(answers, '10:10:', '/accounts')).toBeUndefined()
  expect(await found(answers, '10:11:10', '/')).toBeUndefined()
  expect(await found(answers, '10:10:', '/')).toBeUndefined()
})

test('who asks for what is being made waits for it', async () => {
  const answers = withOne()
  const making = begin(answers, '/slow')
  const waiting = [found(answers, '10:10:', '/slow'), found(answers, '10:10:', '/slow')]
  making.give(answerOf('slow'))
  making.give(null)
  expect(await Promise.all(waiting)).toEqual(['slow', 'slow'])
  expect(await found(answers, '10:10:', '/slow')).toBe('slow')
})

test('who waited for what could not be made is told so, and whoever comes next makes it', async () => {
  const answers = withOne()
  const making = begin(answers, '/broken')
  const waiting = found(answers, '10:10:', '/broken')
  making.give(null)
  expect(await waiting).toBeNull()
  expect(await found(answers, '10:10:', '/broken')).toBeUndefined()
})

test('one that was begun before the ledger moved on reaches who waits, and is not kept', async () => {
  const answers = withOne()
  const making = begin(answers, '/late')
  const waiting = found(answers, '10:10:', '/late')
  expect(await found(answers, '11:11:', '/late')).toBeUndefined()
  making.give(answerOf('late'))
  expect(await waiting).toBe('late')
  expect(await found(answers, '11:11:', '/late')).toBeUndefined()
})

test('nothing is kept for longer than a second, though nobody writes', async () => {
  vi.useFakeTimers()
  const answers = withOne()
  vi.advanceTimersByTime(1_000)
  expect(await found(answers, '10:10:', '/')).toBe('home')
  vi.advanceTimersByTime(1)
  expect(await found(answers, '10:10:', '/')).toBeUndefined()
})

test('what goes beyond the room for all of them is not kept', async () => {
  const answers = withOne()
  begin(answers, '/long').give(answerOf('x'.repeat(15_999_997)))
  expect(await found(answers, '10:10:', '/long')).toBeUndefined()
  begin(answers, '/fits').give(answerOf('x'.repeat(15_999_996)))
  expect(await found(answers, '10:10:', '/fits')).toBeDefined()
})

test('what nobody asked for lately reaches who waits, and is kept only the next time', async () => {
  const answers = withOne()
  const making = answers.begin('/new', '/new')
  const waiting = found(answers, '10:10:', '/new')
  making.give(answerOf('home'))
  expect(await waiting).toBe('home')
  expect(await found(answers, '10:10:', '/new')).toBeUndefined()
  answers.begin('/new', '/new').give(answerOf('home again'))
  expect(await found(answers, '10:10:', '/new')).toBe('home again')
})

test('lately are the last hundred addresses', async () => {
  const answers = withOne()
  for (let i = 0; i <= 100; i++) answers.begin(`/${i}`, `/${i}`).give(answerOf(''))
  answers.begin('/0', '/0').give(answerOf('long ago'))
  answers.begin('/100', '/100').give(answerOf('just now'))
  expect(await found(answers, '10:10:', '/0')).toBeUndefined()
  expect(await found(answers, '10:10:', '/100')).toBe('just now')
})
