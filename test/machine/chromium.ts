import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './need.ts'

/** The system's Chromium (CHROMIUM, or where it usually is), without a window. For `await using`. */
export const openChromium = async (): Promise<Browser> => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium: ask need("chromium") first.')
  // Its sandbox wants a user that is not root; the pages are our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
