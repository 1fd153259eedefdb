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
  readonly meant?: readonly string[]
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
        plain('problem.noPage', { path: new URL(c.req.url).pathname }),
        plain('problem.searchBelow'),
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
    const { status, message, advice, meant } = error
    return { status, title, message, advice, meant }
  }
  if (error instanceof DatabaseLost) {
    return {
      status: 503,
      title: plain('problem.cantRead'),
      message: plain('problem.databaseLost'),
      advice: plain('problem.inAMinute'),
    }
  }
  if (error instanceof StatementTooLong) {
    return {
      status: 503,
      title: plain('problem.tookTooLong'),
      message: plain('problem.fiveSeconds'),
      advice: plain('problem.askForLess'),
    }
  }
  return {
    status: 500,
    title: plain('problem.ourSide'),
    message: plain('problem.failed'),
    advice: plain('problem.goBack'),
  }
}

const titleOf = (status: ProblemStatus): string => {
  switch (status) {
    case 400:
      return plain('problem.badInput')
    case 404:
      return plain('problem.notFound')
    case 413:
      return plain('guard.takesNothingTitle')
    case 414:
      return plain('guard.tooLongTitle')
    case 429:
      return plain('guard.tooManyTitle')
    case 503:
    default:
      return plain('problem.notNow')
  }
}

const answerTold = (c: Context<PortalEnv>, told: Told): Response | Promise<Response> => {
  c.header('cache-control', 'no-store')
  const { status, title, message, advice, meant = [] } = told
  if (c.var.format === 'json') {
    const suggested = meant.length === 0 ? {} : { meant: [...meant] }
    return c.json({ error: { title, message, advice, ...suggested } }, status)
  }
  if (c.var.format !== 'html') return c.text(`${title}. ${message} ${advice}\n`, status)
  const url = new URL(c.req.url)
  const data = {
    title,
    message,
    advice,
    meant,
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
