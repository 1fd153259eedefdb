import { type Reason, reasons } from '../../contracts/rules/reason.ts'
import { plain } from './t.ts'

/** What a reason's code means, or "reason 99" for one without words. */
export const reasonWords = (code: number): string =>
  isKnown(code) ? plain(`reason.r${code}`) : plain('reason.other', { code })

const isKnown = (code: number): code is Reason => Object.hasOwn(reasons, code)
