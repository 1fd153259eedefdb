import { isLanguage, type Language, languages } from './languages.ts'

/** One of Accept-Language's ranges, and its weight. */
interface Range {
  readonly type: string
  readonly q: number
}

/**
 * The language that a browser would rather read, of those there are: by the weights of Accept-Language (RFC 9110, 12.5.4),
 * "as-IN" being Assamese too. What has weight 0 is refused; "*" takes the first that is not. English where nothing fits.
 */
export const accepted = (ranges: readonly Range[]): Language => {
  const refused = new Set(ranges.filter(({ q }) => q === 0).map(({ type }) => languageOf(type)))
  for (const { type, q } of ranges.toSorted((one, other) => other.q - one.q)) {
    if (q === 0) continue
    if (type === '*') return (Object.keys(languages) as Language[]).find(isWanted(refused)) ?? 'en'
    const language = languageOf(type)
    if (isLanguage(language)) return language
  }
  return 'en'
}

const isWanted = (refused: ReadonlySet<string>) => (language: Language) => !refused.has(language)

const languageOf = (range: string): string => range.toLowerCase().split('-')[0] ?? ''
