import type * as z from 'zod/mini'
import { EvidenceRefused } from './refusal.ts'
import { type Evidence, evidenceShape, type Trust, trustShape } from './shape.ts'

/** Far more than any account needs; beyond it a browser would only freeze. */
const LARGEST = 64 * 2 ** 20

/**
 * Reads a file in its one form: members in the order of the schema, no blanks, nothing else, so that no byte of it goes
 * unchecked. Throws `EvidenceRefused`.
 */
export const readEvidence = (text: string): Evidence =>
  read(text, evidenceShape as unknown as z.ZodMiniType<Evidence>, 'evidence')

/** The same for a trust file, in which blanks and line ends are allowed: people print and type it. */
export const readTrust = (text: string): Trust =>
  read(text, trustShape as unknown as z.ZodMiniType<Trust>, 'a trust file', false)

/** The one form of a file. */
export const write = (file: Evidence | Trust): string => JSON.stringify(file)

const read = <File extends Evidence | Trust>(
  text: string,
  shape: z.ZodMiniType<File>,
  what: string,
  isCanonical = true,
): File => {
  if (text.length > LARGEST) {
    throw new EvidenceRefused(
      'too-large',
      `It is larger than ${LARGEST / 2 ** 20} MB, which no ${what} is: choose another file.`,
    )
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new EvidenceRefused(
      'not-json',
      'It is no JSON, so it is another kind of file, or it was cut or damaged on its way: get it anew.',
      cause,
    )
  }
  const result = shape.safeParse(json)
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue === undefined || issue.path.length === 0 ? 'It' : issue.path.join('.')
    throw new EvidenceRefused(
      'not-evidence',
      `It is not ${what} as its format prescribes: ${place} is not as it must be (${issue?.message ?? 'wrong'}). It was altered, or is of another kind or version.`,
      result.error,
    )
  }
  // The shapes keep the order of their members, so what is written again is the one form.
  if (isCanonical && write(result.data) !== text) {
    throw new EvidenceRefused(
      'not-canonical',
      'It is not written in its one form (order of members, no blanks, nothing twice), so it was altered after it was made: get it anew.',
    )
  }
  return result.data
}
