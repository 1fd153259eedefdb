import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '..', '..', 'portal', 'screenshots')
/** SCREENSHOTS=write: the README's pictures are taken anew. */
const isPictured = process.env['SCREENSHOTS'] === 'write'

const PATIENCE_MS = 30_000

/** For what Chromium is given no time for: a test says what it waited for, and not only that it took too long. */
const within = async <Done>(what: string, done: Promise<Done>): Promise<Done> => {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`Chromium did not ${what} within ${PATIENCE_MS / 1000} s.`)),
    PATIENCE_MS,
  )
  try {
    return await Promise.race([done, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Somebody new, in front of a browser that shows the portal's first page: finds things by what is read there, and by nothing
 * else. No address is typed, and nothing is known of how the pages are made.
 */
export interface Person
  extends Pick<Page, 'getByRole' | 'getByText' | 'getByLabel'>, AsyncDisposable {
  /** Clicks on something that is a file, and reads it. */
  readonly download: (link: Locator) => Promise<string>
  /** Opens a file of one's own computer. */
  readonly openFile: (path: string) => Promise<void>
  /** What is in the window now, for the README; `at` is scrolled into it first, else the top is. */
  readonly picture: (name: string, at?: Locator) => Promise<void>
}

/** For `await using`. */
export const newPerson = async (browser: Browser, firstPage: string): Promise<Person> => {
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(firstPage)
  return {
    getByRole: (...asked) => page.getByRole(...asked),
    getByText: (...asked) => page.getByText(...asked),
    getByLabel: (...asked) => page.getByLabel(...asked),
    download: async (link) => {
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
      return await readFile(await within('save a file', file.path()), 'utf8')
    },
    openFile: async (path) => {
      await page.goto(pathToFileURL(path).href)
    },
    picture: async (name, at) => {
      if (!isPictured) return
      if (at === undefined) await page.evaluate('window.scrollTo(0, 0)')
      else await at.evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
    },
    [Symbol.asyncDispose]: () => within('close its window', context.close()),
  }
}
