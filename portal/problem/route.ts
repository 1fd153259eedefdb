import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import type { PortalEnv } from '../answer.ts'
import { DatabaseLost, StatementTooLong } from '../readOnly.ts'
import { render } from '../render.ts'
import { plain } from '../words/t.ts'
import { NotFound, Problem, type ProblemStatus } from './problem.ts'

interface Told {
  readonly status: ProblemStatus | 405 | 500
  readonly title: string
  readonly message: string
  readonly advice: string
}

/** Every refusal and failure as a page (or JSON) of its own: what happened, the value, what to do. Never a stack. */
export const answerProblem: ErrorHandler<PortalEnv> = (error, c) => {
  const told = tell(error)
  if (told.status === 500) process.stderr.write(`portal: ${error.stack ?? error.message}\n`)
  const wait = error instanceof Problem ? error.retryAfter : undefined
  if (wait !== undefined || told.status === 503) c.header('retry-after', String(wait ?? 10))
  return answerTold(c, told)
}

export const answerNotFound: NotFoundHandler<PortalEnv> = (c) =>
  answerTold(
    c,
    tell(
      new NotFound(
        `There is no page at ${new URL(c.req.url).pathname}.`,
        'Search below, or start from the first page.',
      ),
    ),
  )

export const answerMethod = (c: Context<PortalEnv>) =>
  answerTold(c, {
    status: 405,
    title: plain('guard.onlyReadsTitle'),
    message: plain('guard.onlyReads', { method: c.req.method }),
    advice: plain('guard.onlyReadsAdvice'),
  })

const tell = (error: Error): Told => {
  if (error instanceof Problem) {
    const title = titleOf(error.status)
    return { status: error.status, title, message: error.message, advice: error.advice }
  }
  if (error instanceof DatabaseLost) {
    return {
      status: 503,
      title: 'The ledger can’t be read just now',
      message:
        'The portal’s database does not answer. Nothing is lost: the ledger itself is on the chain.',
      advice: 'Load this page again in a minute.',
    }
  }
  if (error instanceof StatementTooLong) {
    return {
      status: 503,
      title: 'This page took too long',
      message: 'The database was given five seconds for this page, and they were not enough.',
      advice: 'Try again in a minute, or ask for less.',
    }
  }
  return {
    status: 500,
    title: 'Something is wrong on our side',
    message:
      'The portal failed over this page; the ledger itself is untouched. The failure was noted.',
    advice: 'Go back to the first page, or try again later.',
  }
}

const titleOf = (status: ProblemStatus): string => {
  switch (status) {
    case 400:
      return 'That can’t be looked up'
    case 404:
      return 'Not found'
    case 413:
      return plain('guard.takesNothingTitle')
    case 414:
      return plain('guard.tooLongTitle')
    case 429:
      return plain('guard.tooManyTitle')
    case 503:
    default:
      return 'Not just now'
  }
}

const answerTold = (c: Context<PortalEnv>, told: Told): Response | Promise<Response> => {
  c.header('cache-control', 'no-store')
  const { status, title, message, advice } = told
  if (c.var.format === 'json') return c.json({ error: { title, message, advice } }, status)
  if (c.var.format !== 'html') return c.text(`${title}. ${message} ${advice}\n`, status)
  const url = new URL(c.req.url)
  const data = {
    title,
    message,
    advice,
    typed: c.req.query('q')?.slice(0, 100) ?? '',
    frame: {
      address: url.pathname + url.search,
      origin: url.origin,
      standing: 'unread',
      watch: 'nothing',
    } as const,
  }
  return c.html(render('problem/view', data), status)
}
