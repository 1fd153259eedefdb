import { glob, readFile } from 'node:fs/promises'
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { catalogues } from '../../../portal/words/catalogue.ts'

/** Names of the values and tags that a message takes, those within its choices too. */
const namesIn = (ast: readonly MessageFormatElement[]): string[] =>
  ast.flatMap((element) => {
    const type: number = element.type
    const own = 'value' in element && type !== LITERAL
    const name = own ? [element.value] : []
    const inner =
      'options' in element
        ? Object.values(element.options).flatMap(({ value }) => namesIn(value))
        : 'children' in element
          ? namesIn(element.children)
          : []
    return [...name, ...inner]
  })
const LITERAL = 0

const messagesOf = (catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  new Map<string, string>(
    Object.entries(catalogue).flatMap(([section, messages]) =>
      Object.entries(messages).map(([name, text]) => [`${section}.${name}`, text] as const),
    ),
  )

const english = messagesOf(catalogues.en)
const namesOf = (text: string) => [...new Set(namesIn(parse(text)))].sort()

const filesOf = async (pattern: string): Promise<string[]> => {
  const found: string[] = []
  for await (const file of glob(pattern)) found.push(file)
  return found.sort()
}

describe.each(['hi', 'as'] as const)('the catalogue in %s', (language) => {
  const own = messagesOf(catalogues[language])

  test('has every message of the English one, and no other', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test.each([...english])('takes the same values in %s', (key, text) => {
    expect(namesOf(own.get(key) ?? '')).toEqual(namesOf(text))
  })

  test('is in its own script', () => {
    const script = language === 'hi' ? /\p{Script=Devanagari}/u : /\p{Script=Bengali}/u
    const bare = (text: string) => text.replaceAll(/[{<][^}>]*[}>]/g, '')
    const foreign = [...own].filter(
      ([key, text]) => /[a-z]{3}/.test(bare(english.get(key) ?? '')) && !script.test(text),
    )
    expect(foreign).toEqual([])
  })
})

test('Assamese is written with ৰ and ৱ, and digits are 0 to 9 in every language', () => {
  for (const catalogue of Object.values(catalogues))
    for (const [key, text] of messagesOf(catalogue))
      expect([key, text.match(/[র০-৯०-९]|ব়/g)]).toEqual([key, null])
})

test('every message is said somewhere, and every message that is said is there', async () => {
  const sources = await Promise.all(
    [...(await filesOf('portal/**/*.eta')), ...(await filesOf('portal/**/*.ts'))]
      .filter((file) => !file.includes('/catalogue/'))
      .map((file) => readFile(file, 'utf8')),
  )
  const all = sources.join('\n')
  const said = new Set([...all.matchAll(/['`](\w+\.\w+)['`]/g)].map(([, key]) => key))
  // `party.${name}`: any message that begins so.
  const begun = [...all.matchAll(/`(\w+\.\w*)\$\{/g)].map(([, start]) => start ?? '')
  const unsaid = [...english.keys()].filter(
    (key) => !said.has(key) && !begun.some((start) => key.startsWith(start)),
  )
  expect(unsaid).toEqual([])
  const asked = [...all.matchAll(/\b(?:t|plain)\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? '')
  expect(asked.filter((key) => !english.has(key))).toEqual([])
})

/** What is the same in every language. */
const neutral =
  /\b(?:wattledger|Bill|Session|kWh|kW|JSON|CSV|FILE|TRUST|verify\.mjs|node|K7Q29-XMD4T-H|0x)\b/g

/** Words that a template says by itself: in its text, in attributes that are read out, in texts it prints. */
const wordsIn = (template: string): string[] => {
  const withoutCode = template.replaceAll(/<%[\s\S]*?%>/g, '\u0001')
  const attributes = [
    ...withoutCode.matchAll(
      /\s(?:aria-label|title|placeholder|alt|data-label|data-lost)="([^"]*)"/g,
    ),
  ].map(([, text]) => text ?? '')
  const text = withoutCode
    .replaceAll(/<(script|style|code|pre)[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
  const printed = [...template.matchAll(/<%=([\s\S]*?)%>/g)]
    .flatMap(([, code]) => [
      ...(code ?? '').replaceAll(/[!=]== '[^']*'/g, '').matchAll(/'([^']*)'|`([^`]*)`/g),
    ])
    .map(([, quoted, ticked]) => quoted ?? ticked ?? '')
    .filter((text) => /^[A-Z][a-z]|[a-z]\s+[a-z]/.test(text))
  return [...attributes, ...text.split('\n'), ...printed]
    .map((line) =>
      line.replaceAll('\u0001', ' ').replaceAll(/&\w+;/g, '').replaceAll(neutral, '').trim(),
    )
    .filter((line) => /\p{L}{2,}/u.test(line))
}

test('no template has words of its own', async () => {
  const found: Record<string, string[]> = {}
  for (const file of await filesOf('portal/**/*.eta')) {
    const words = wordsIn(await readFile(file, 'utf8'))
    if (words.length > 0) found[file] = words
  }
  expect(found).toEqual({})
})
