import { all, type Element, readXml } from '../../../../chain/cli/reconcile/xml.ts'

export const parsed = (text: string): Element => readXml('file.xml', text, 'nothing', () => {})

/** An XML file without the elements at the end of a path, else the same. */
export const withoutElements = (text: string, path: string): string => {
  const root = parsed(text)
  const gone = new Set(all(root, path))
  const write = (element: Element): string => {
    if (gone.has(element)) return ''
    const { name, attributes, children, text } = element
    const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
    const inside = children.length > 0 ? children.map(write).join('') : text
    return `<${name}${given.join('')}>${inside}</${name}>`
  }
  return write(root)
}
