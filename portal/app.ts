import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { CategoryNames } from '../contracts/rules/categoryNames.ts'
import type { Format, PortalEnv } from './answer.ts'
import { actorPage } from './actor/route.ts'
import { actorsPage } from './actors/route.ts'
import { accountPage } from './account/route.ts'
import { accountsPage } from './accounts/route.ts'
import { assetRoutes } from './assets/route.ts'
import { billPage } from './bill/route.ts'
import { blockPage } from './block/route.ts'
import { blocksPage } from './blocks/route.ts'
import { boardPage } from './board/route.ts'
import { bulkPages } from './bulk/route.ts'
import type { ReadGuide } from './demo/guide.ts'
import { demoPage } from './demo/route.ts'
import { duePage } from './due/route.ts'
import { evidencePages } from './evidence/route.ts'
import { KeptAnswers } from './keptAnswers.ts'
import { limitRate, type RateLimit } from './guard/limitRate.ts'
import { limitSize } from './guard/limitSize.ts'
import { onlyReading } from './guard/onlyReading.ts'
import { greenButtonFile } from './greenButton/route.ts'
import { homePage } from './home/route.ts'
import { speak } from './language/speak.ts'
import { ledgerPage } from './ledger/route.ts'
import type { Witness } from './node/witness.ts'
import { openApiDocument } from './openapi/route.ts'
import { orphansPage } from './orphans/route.ts'
import { outliersPage } from './outliers/route.ts'
import { packed } from './packed.ts'
import { paymentsPage } from './payments/route.ts'
import { privacyPage } from './privacy/route.ts'
import { answerNotFound, answerProblem } from './problem/route.ts'
import { pulseFragment } from './pulse/route.ts'
import type { Ledger } from './readOnly.ts'
import { keepHistories } from './record/keptHistories.ts'
import { referencePage } from './reference/route.ts'
import { searchPage } from './search/route.ts'
import { securityHeaders } from './securityHeaders.ts'
import { callCategories } from './show/category.ts'
import { signersPage } from './signers/route.ts'
import { statusPage } from './status/route.ts'
import { tariffPage } from './tariff/route.ts'
import { tariffsPage } from './tariffs/route.ts'
import { totalsPage } from './totals/route.ts'
import { transactionPage } from './transaction/route.ts'
import { verifyPage } from './verify/route.ts'

/** What pages are made from: the ledger in Postgres, and a node to check it against. */
export interface Sources {
  readonly db: Ledger
  readonly witness: Witness
  /** Where the ledger is a demo: what to look at. */
  readonly readGuide?: ReadGuide
  /** What people call the categories. */
  readonly readNames?: () => Promise<CategoryNames>
  /** How often one client may ask; as often as it likes, where nothing is said. */
  readonly limit?: RateLimit | undefined
}

/** The portal: every page, as HTML and (by `.json` after its path) as data. */
export const portal = ({
  db,
  witness,
  readGuide = noGuide,
  readNames = noNames,
  limit,
}: Sources) => {
  const historyOf = keepHistories()
  const answers = new KeptAnswers()
  const app = new Hono<PortalEnv>({ getPath })
  app.use(packed, securityHeaders(), noindex, format, speak, onlyReading, limitSize)
  if (limit !== undefined) app.use(limitRate(limit))
  app.use(async (c, next) => {
    c.set('answers', answers)
    callCategories(await readNames())
    await next()
  })
  app.route('/', homePage(db, witness, readGuide))
  app.route('/', searchPage(db))
  app.route('/', accountsPage(db))
  app.route('/', accountPage(db, witness, historyOf))
  app.route('/', greenButtonFile(db, historyOf))
  app.route('/', billPage(db, witness, historyOf))
  app.route('/', evidencePages(db, witness))
  app.route('/', verifyPage(db, witness))
  app.route('/', tariffsPage(db))
  app.route('/', tariffPage(db))
  app.route('/', paymentsPage(db))
  app.route('/', referencePage(db))
  app.route('/', boardPage(db))
  app.route('/', duePage(db))
  app.route('/', totalsPage(db, witness))
  app.route('/', ledgerPage(db))
  app.route('/', bulkPages(db, witness))
  app.route('/', actorsPage(db))
  app.route('/', actorPage(db))
  app.route('/', outliersPage(db))
  app.route('/', transactionPage(db))
  app.route('/', blocksPage(db, witness))
  app.route('/', blockPage(db, witness))
  app.route('/', signersPage(db, witness))
  app.route('/', orphansPage(db, witness))
  app.route('/', statusPage(db, witness))
  app.route('/', privacyPage(db))
  app.route('/', demoPage(db, readGuide))
  app.route('/', openApiDocument())
  app.route('/', pulseFragment(db))
  app.route('/', assetRoutes())
  app.notFound(answerNotFound)
  app.onError(answerProblem)
  return app
}

const noGuide: ReadGuide = () => Promise.resolve(null)
const none: CategoryNames = new Map()
const noNames = (): Promise<CategoryNames> => Promise.resolve(none)

const ending = /\.(json|csv|jsonl)$/

/** A page, its `.json` and its `.csv` are one route; `/index.json` is the first page's. */
function getPath(request: Request): string {
  const path = new URL(request.url).pathname.replace(ending, '')
  return path === '/index' ? '/' : path
}

const format = createMiddleware<PortalEnv>(async (c, next) => {
  const [, given] = ending.exec(new URL(c.req.url).pathname) ?? []
  c.set('format', (given as Format | undefined) ?? 'html')
  await next()
})

/** Accounts are pseudonyms, not secrets: search engines should not collect them. */
const noindex = createMiddleware(async (c, next) => {
  await next()
  c.res.headers.set('x-robots-tag', 'noindex, nofollow')
})
