/** HTML that is safe to put on a page as it stands. Made only by `html`, which escapes everything else. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Shown = Markup | string | number | bigint | readonly Shown[]

/** Literal HTML with values in it: markup as it is, lists joined, anything else escaped. */
export const html = (strings: TemplateStringsArray, ...values: Shown[]): Markup => {
  let text = strings[0] ?? ''
  let i = 0
  for (const value of values) text += escaped(value) + (strings[++i] ?? '')
  return new Markup(text)
}

/** Nothing at all, where a view has nothing to say. */
export const nothing = new Markup('')

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const specials = /[&<>"']/g
/** To look first is half the work: most texts have none of them. */
const special = /[&<>"']/

/**
 * One value as HTML text. A page that forgot a value must fail in its test, not print "undefined".
 * Throws `NothingToShow`.
 */
export const escaped = (value: unknown): string => {
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(escaped).join('')
  if (typeof value === 'string')
    return special.test(value) ? value.replace(specials, (sign) => entities[sign] ?? '') : value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  throw new NothingToShow(value)
}

export class NothingToShow extends Error {
  override readonly name = 'NothingToShow'
  constructor(value: unknown) {
    super(
      `A page was to show ${typeof value} ${String(value)}: give its view a text, a number or markup.`,
    )
  }
}
