import sax from 'sax'
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
  const parser = sax.parser(true, { xmlns: true, position: true })
  const stack: Open[] = []
  let root: Element | undefined
  const refuse = (what: string, options?: ErrorOptions): never => {
    throw new BadInput(
      `${path} can't be read as XML: line ${parser.line + 1}, column ${parser.column}: ${what}. Ask the bank for the file again.`,
      options,
    )
  }
  const addText = (more: string) => {
    const open = stack.at(-1)
    if (open !== undefined) open.text += more
  }
  const handlers: Partial<sax.SAXParser> = {
    onerror: (cause) => refuse(cause.message.split('\n')[0] ?? '', { cause }),
    ondoctype: () => refuse('it declares a document type, which a statement never does'),
    onopentag: (tag) => {
      const { local, uri, attributes } = tag as sax.QualifiedTag
      stack.push({
        name: local,
        namespace: uri,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, { value }]) => [name, value]),
        ),
        line: parser.line + 1,
        column: parser.column,
        children: [],
        text: '',
      })
    },
    ontext: addText,
    oncdata: addText,
    onclosetag: () => {
      const element = stack.pop()
      const parent = stack.at(-1)
      if (element === undefined) return
      element.text = element.text.trim()
      if (parent === undefined) root = element
      else if (element.name === each) take(element, parent)
      else parent.children.push(element)
    },
  }
  Object.assign(parser, handlers)
  parser.write(text).close()
  return root ?? refuse('it holds no element')
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
export const one = (element: Element, ...paths: readonly string[]): Element | undefined =>
  paths.map((path) => all(element, path)[0]).find((found) => found !== undefined)

/** Its text, or "". */
export const textOf = (element: Element, ...paths: readonly string[]): string =>
  one(element, ...paths)?.text ?? ''
