import { expect, test } from 'vitest'
import { tellOnce } from '../../portal/toldOf.ts'

/** Tells of a thing, and how often it had to. */
const teller = () => {
  let told = 0
  return {
    tell: (of: object, tag: string, url: string) =>
      tellOnce(of, tag, url, () => ({
        type: 'text/html',
        body: Buffer.from(`${url} in telling ${++told}`),
      })),
    get told() {
      return told
    },
  }
}

test('what is told of one thing is kept from the second time on', () => {
  const telling = teller()
  const thing = {}
  expect(telling.tell(thing, 'one', '/').body.toString()).toBe('/ in telling 1')
  const second = telling.tell(thing, 'one', '/')
  expect(second).toMatchObject({ tag: 'one', type: 'text/html' })
  expect(second.body.toString()).toBe('/ in telling 2')
  expect(telling.tell(thing, 'one', '/')).toBe(second)
  expect(telling.told).toBe(2)
})

test('it is told anew of another thing, for another address, and with another tag', () => {
  const { tell } = teller()
  const thing = {}
  for (let i = 0; i < 3; i++) tell(thing, 'one', '/')
  expect(tell({}, 'one', '/').body.toString()).toBe('/ in telling 3')
  expect(tell(thing, 'one', '/other').body.toString()).toBe('/other in telling 4')
  expect(tell(thing, 'two', '/').body.toString()).toBe('/ in telling 5')
  expect(tell(thing, 'two', '/').body.toString()).toBe('/ in telling 5')
  expect(tell(thing, 'one', '/').body.toString()).toBe('/ in telling 6')
})

test('of one state of a thing a few answers are kept, however many addresses somebody makes up', () => {
  const telling = teller()
  const thing = {}
  telling.tell(thing, 'one', '/')
  const urls = ['/1', '/2', '/3', '/4', '/5', '/6']
  for (const url of urls) telling.tell(thing, 'one', url)
  const before = telling.told
  for (const url of urls) telling.tell(thing, 'one', url)
  expect(telling.told - before).toBe(2)
})
