import { NotAnAccountCode, parseCode } from '../../../contracts/rules/accountCode.ts'

/**
 * The account that a bank's text names, where it names exactly one. A code with its dashes counts by its check symbol;
 * without them one text in 37 of this length would, a branch's IFSC too, so it must be one of `known`.
 */
export function accountNamed(
  text: string,
  known: ReadonlySet<string> = new Set(),
): string | undefined {
  const found = new Set<string>()
  for (const [typed] of text.matchAll(dashed)) add(found, typed)
  for (const [typed] of text.matchAll(plain)) {
    const code = codeIn(typed)
    if (code !== undefined && known.has(code)) found.add(code)
  }
  return found.size === 1 ? [...found][0] : undefined
}

const dashed = /(?<![0-9A-Z])[0-9A-Z]{5}[-‐–][0-9A-Z]{5}[-‐–][0-9A-Z*~$=](?![0-9A-Z])/gi
const plain = /(?<![0-9A-Z])[0-9A-Z]{10}[0-9A-Z*~$=](?![0-9A-Z])/gi

function add(found: Set<string>, typed: string): void {
  const code = codeIn(typed)
  if (code !== undefined) found.add(code)
}

function codeIn(typed: string): string | undefined {
  try {
    return parseCode(typed)
  } catch (cause) {
    if (cause instanceof NotAnAccountCode) return undefined
    throw cause
  }
}
