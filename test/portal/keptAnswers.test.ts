import { afterEach, expect, test, vi } from 'vitest'
import { type Answer, KeptAnswers } from '../../portal/keptAnswers.ts'

afterEach(() => {
  vi.useRealTimers()
})

const answerOf = (body: string): Answer => ({ tag: 'W/"1"', type: 'text/html', body: Buffer.from(body) })

const withOne = (): KeptAnswers => {
  const answers = new KeptAnswers()
  answers.find('10:10:', '/')
  answers.keep('10:10:', '/', answerOf('home'))
  return answers
}

test('an answer is found while the ledger shows the same snapshot', () => {
  const answers = withOne()
  expect(answers.find('10:10:', '/')?.body.toString()).toBe('home')
  expect(answers.find('10:10:', '/accounts')).toBeUndefined()
  expect(answers.find('10:11:10', '/')).toBeUndefined()
  expect(answers.find('10:10:', '/')).toBeUndefined()
})

test('one that was made before the ledger moved on is not kept', () => {
  const answers = withOne()
  answers.find('11:11:', '/')
  answers.keep('10:10:', '/late', answerOf('late'))
  expect(answers.find('11:11:', '/late')).toBeUndefined()
})

test('nothing is kept for longer than a second, though nobody writes', () => {
  vi.useFakeTimers()
  const answers = withOne()
  vi.advanceTimersByTime(1_000)
  expect(answers.find('10:10:', '/')?.body.toString()).toBe('home')
  vi.advanceTimersByTime(1)
  expect(answers.find('10:10:', '/')).toBeUndefined()
})

test('what goes beyond the room for all of them is not kept', () => {
  const answers = withOne()
  answers.keep('10:10:', '/long', answerOf('x'.repeat(15_999_999)))
  expect(answers.find('10:10:', '/long')).toBeUndefined()
  answers.keep('10:10:', '/fits', answerOf('x'.repeat(15_999_996)))
  expect(answers.find('10:10:', '/fits')).toBeDefined()
})
