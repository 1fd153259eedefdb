import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPortalServer } from '../../../portal/guard/server.ts'
import { type OpenPortal, openPortal, wordsOf } from '../openPortal.ts'

let portal: OpenPortal
let origin: string
beforeAll(async () => {
  portal = await openPortal({ limit: { requestsPerMinute: 12, proxies: 1 } })
  origin = await portal.listen()
})
afterAll(() => portal[Symbol.asyncDispose]())

const ask = (address: string, client: string, init: RequestInit = {}) =>
  fetch(`${origin}${address}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), 'x-forwarded-for': client },
  })

/** What a connection answers to these bytes, until it is closed. */
const said = async (bytes: string, to = origin): Promise<string> => {
  const { hostname, port } = new URL(to)
  const socket: Socket = connect(Number(port), hostname)
  socket.write(bytes)
  let text = ''
  for await (const piece of socket) text += String(piece)
  return text
}

describe('a client that asks more often than it may', () => {
  test('is told when to come back, as a page and as JSON, while others are answered', async () => {
    for (let i = 0; i < 6; i++) expect((await ask('/privacy', '198.51.100.1')).status).toBe(200)
    const page = await ask('/privacy', '198.51.100.1')
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '5'])
    const words = wordsOf(await page.text())
    expect(words).toContain('This portal answers 12 requests a minute from one address')
    expect(words).toContain('Wait 5 seconds, then load this page again.')
    const json = await ask('/privacy.json', '198.51.100.1')
    expect([json.status, json.headers.get('content-type')]).toEqual([429, 'application/json'])
    expect(await json.json()).toMatchObject({ error: { title: 'Too many requests from here' } })
    const hindi = await ask('/privacy?lang=hi', '198.51.100.1')
    expect(await hindi.text()).toContain('यहाँ से बहुत अधिक अनुरोध आए')
    expect((await ask('/privacy', '198.51.100.2')).status).toBe(200)
  })

  test('is not another client because it says so of itself', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 8; i++)
      statuses.push((await ask('/privacy', `10.0.0.${i}, 198.51.100.3`)).status)
    expect(statuses).toEqual([...Array<number>(6).fill(200), 429, 429])
  })
})

describe('a request that brings too much', () => {
  test('is refused with what to do: a body', async () => {
    const answer = await said(
      'GET /tariffs.json HTTP/1.1\r\nhost: a\r\nx-forwarded-for: 198.51.100.4\r\ncontent-length: 1000000\r\n\r\nxxxx',
    )
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
    expect(answer).toMatch(/\r\nconnection: close\r\n/i)
    expect(answer).toContain('Ask again without a body.')
  })

  test('an address that no page has', async () => {
    const answer = await ask(`/search?q=${'x'.repeat(3_000)}`, '198.51.100.5')
    expect(answer.status).toBe(414)
    expect(wordsOf(await answer.text())).toContain('It has 3,010 signs; no page of this portal has')
  })

  test('endless headers', async () => {
    const answer = await said(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 431 /)
    expect(answer).toContain('Send fewer')
  })
})

describe('whatever the method', () => {
  test('OPTIONS says what is answered', async () => {
    const answer = await ask('/tariffs', '198.51.100.6', { method: 'OPTIONS' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  })

  test.each(['/tariffs', '/tariffs.json', '/payments.csv', '/nowhere', '/assets/icon.svg'])(
    'HEAD %s tells what GET would, without a body',
    async (address) => {
      const [head, get] = [
        await portal.request(address, { method: 'HEAD' }),
        await portal.request(address),
      ]
      expect(head.status).toBe(get.status)
      expect(get.status).toBeLessThan(500)
      expect(await head.text()).toBe('')
      expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
      await get.text()
    },
  )

  test.each(['PROPFIND', 'TRACE', 'POST', 'DELETE'])(
    '%s is refused on a socket too',
    async (method) => {
      const answer = await said(
        `${method} /tariffs HTTP/1.1\r\nhost: a\r\nconnection: close\r\nx-forwarded-for: 198.51.100.7\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1.1 405 /)
      expect(answer).toMatch(/\r\nallow: GET, HEAD, OPTIONS\r\n/i)
      expect(answer).toContain('This portal only reads')
    },
  )
})

describe('the server', () => {
  test('tells a connection that speaks no HTTP so', async () => {
    const answer = await said('hello\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain("content-security-policy: default-src 'none'")
  })

  test('does not wait for who sends headers byte by byte, or takes no answer', async () => {
    const server = createPortalServer(() => new Response('whole'), { headers: 400, silence: 300 })
    server.listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const here = `http://127.0.0.1:${port}`
    const slow = connect(Number(port), '127.0.0.1')
    slow.write('GET / HTTP/1.1\r\n')
    const dripping = setInterval(() => slow.write('x: y\r\n'), 50)
    let answer = ''
    for await (const piece of slow) answer += String(piece)
    clearInterval(dripping)
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(answer).toContain('took too long to arrive')
    // Who says nothing at all is hung up on.
    expect(await said('', here)).toBe('')
    server.close()
  })
})
