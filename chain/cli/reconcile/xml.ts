import { SaxesParser, type SaxesTagNS } from 'saxes'
import { BadInput } from '../exit.ts'

/** An element of an XML file, and where in the file its opening tag ends (both from 1). */
export type Element = {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
  readonly column: number
  readonly children: readonly Element[]
  readonly text: string
}

type Open = Element & { children: Element[]; text: string }

/**
 * Reads XML strictly; each element called `each` is handed over when it closes and then forgotten, so that a file of any
 * length fits. Gives the root without them. A document type, and so entities of its own, is refused: no statement has one.
 * Throws `BadInput` with line and column.
 */
export function readXml(
  path: string,
  text: string,
  each: string,
  take: (element: Element, parent: Element) => void,
): Element {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const stack: Open[] = []
  let root: Element | undefined
  const refuse = (what: string, options?: ErrorOptions): never => {
    throw new BadInput(
      `${path} can't be read as XML: line ${parser.line}, column ${parser.column}: ${what}. Ask the bank for the file again.`,
      options,
    )
  }
  const addText = (more: string) => {
    const open = stack.at(-1)
    if (open !== undefined) open.text += more
  }
  parser.on('error', (cause) => refuse(withoutPlace(cause.message), { cause }))
  parser.on('doctype', () => refuse('it declares a document type, which a statement never does'))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', (tag) =>
    stack.push({
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(tag),
      line: parser.line,
      column: parser.column,
      children: [],
      text: '',
    }),
  )
  parser.on('closetag', () => {
    const element = stack.pop()
    const parent = stack.at(-1)
    if (element === undefined) return
    element.text = element.text.trim()
    if (parent === undefined) root = element
    else if (element.name === each) take(element, parent)
    else parent.children.push(element)
  })
  parser.write(text).close()
  return root ?? refuse('it holds no element')
}

/** The parser begins its messages with where it is, "1:12: ", and ends them with a stop. */
const withoutPlace = (message: string): string =>
  message.replace(/^(?:\S*?:)?\d+:\d+: /, '').replace(/\.$/, '')

const none: Element['attributes'] = {}

/** Hardly any element of a statement has one, so no object is made for the others. */
function attributesOf({ attributes }: SaxesTagNS): Element['attributes'] {
  let found: Record<string, string> | undefined
  for (const name in attributes) {
    found ??= {}
    found[name] = attributes[name]?.value ?? ''
  }
  return found ?? none
}

/** The elements at the end of a path of names, "NtryDtls/TxDtls". */
export function all(element: Element, path: string): Element[] {
  return path
    .split('/')
    .reduce<Element[]>(
      (found, name) =>
        found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    )
}

/** The first of them that there is, of several paths. */
export function one(element: Element, ...paths: readonly string[]): Element | undefined {
  for (const path of paths) {
    const found = first(element, path)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first at the end of a path, looked for without making lists: of a large statement this is asked millions of times. */
function first({ children }: Element, path: string): Element | undefined {
  const slash = path.indexOf('/')
  const name = slash < 0 ? path : path.slice(0, slash)
  for (const child of children) {
    if (child.name !== name) continue
    const found = slash < 0 ? child : first(child, path.slice(slash + 1))
    if (found !== undefined) return found
  }
  return undefined
}

/** Its text, or "". */
export const textOf = (element: Element, ...paths: readonly string[]): string =>
  one(element, ...paths)?.text ?? ''
