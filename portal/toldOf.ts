import type { Answer } from './keptAnswers.ts'

/** Answers of one state of one thing: its page, its data, a few pages about a part of it. */
const MOST = 4

interface Told {
  readonly tag: string
  readonly answers: Map<string, Answer>
}

/** Of what was told something once. Most things are told of once, and what is kept of them would only be garbage. */
const once: Told = { tag: '', answers: new Map() }

const toldOf = new WeakMap<object, Told>()

/**
 * The answer to `url` with this tag, which follows from one thing alone, such as an account's history: while that is the very
 * same object, it is told once. The first time nothing is kept.
 */
export const tellOnce = (
  of: object,
  tag: string,
  url: string,
  tell: () => Omit<Answer, 'tag'>,
): Answer => {
  const told = toldOf.get(of)
  const known = told?.tag === tag ? told.answers.get(url) : undefined
  if (known !== undefined) return known
  const answer = { tag, ...tell() }
  if (told === undefined) toldOf.set(of, once)
  else if (told.tag !== tag) toldOf.set(of, { tag, answers: new Map([[url, answer]]) })
  else if (told.answers.size < MOST) told.answers.set(url, answer)
  return answer
}
