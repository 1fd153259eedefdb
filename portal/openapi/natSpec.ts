import { readFileSync } from 'node:fs'
import { type EventName, layouts } from '../../contracts/events/layouts.ts'

/** What IBilling.sol says of an event, and of each of its fields: one source for who reads the contract and who reads JSON. */
export interface Said {
  readonly notice: string
  readonly fields: ReadonlyMap<string, string>
}

export const readNatSpec = (): ReadonlyMap<EventName, Said> => {
  const source = readFileSync(new URL('../../contracts/IBilling.sol', import.meta.url), 'utf8')
  const structs = new Map<string, ReadonlyMap<string, string>>()
  for (const [, comment = '', name = ''] of source.matchAll(/((?: *\/\/\/.*\n)+) *struct (\w+) /g))
    structs.set(name, paramsOf(comment))
  const slab = structs.get('Slab') ?? none
  const said = new Map<EventName, Said>()
  const events = /((?: *\/\/\/.*\n)+) *event (\w+)\(.*?(\w+) data\)/g
  for (const [, comment = '', name = '', struct = ''] of source.matchAll(events)) {
    const fields = new Map(structs.get(struct) ?? none)
    for (let i = 1; i <= 8; i++) {
      for (const [field, told] of slab)
        fields.set(`slab${i}${field[0]?.toUpperCase()}${field.slice(1)}`, `Of slab ${i}. ${told}`)
    }
    said.set(name as EventName, { notice: textOf(comment).replace(/^@notice /, ''), fields })
  }
  for (const name of Object.keys(layouts) as EventName[]) {
    if (!said.has(name)) throw new Error(`IBilling.sol does not tell the event ${name}.`)
  }
  return said
}

const none: ReadonlyMap<string, string> = new Map()

const textOf = (comment: string): string => comment.replaceAll(/\s*\/\/\/ ?/g, ' ').trim()

const paramsOf = (comment: string): ReadonlyMap<string, string> =>
  new Map(
    textOf(comment)
      .split(/ ?@param /)
      .slice(1)
      .map((param): [string, string] => {
        const [name = '', ...words] = param.split(' ')
        return [name, words.join(' ')]
      }),
  )
