import { expect, test } from 'vitest'
import { clientAddress, isLoopback } from '../../../portal/guard/clientAddress.ts'

test.each([
  ['the peer, where no proxy is named', '203.0.113.9', undefined, 0, '203.0.113.9'],
  ['the peer, whatever it says of itself', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
  ['whom the proxy saw', '127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  [
    'whom the proxy saw, not what that one said',
    '127.0.0.1',
    '10.1.1.1, 198.51.100.1',
    1,
    '198.51.100.1',
  ],
  [
    'whom the outer of two proxies saw',
    '127.0.0.1',
    '1.1.1.1, 198.51.100.1, 10.0.0.2',
    2,
    '198.51.100.1',
  ],
  ['the peer, where a proxy said nothing', '127.0.0.1', undefined, 1, '127.0.0.1'],
  ['the peer, where fewer proxies spoke than are named', '10.0.0.3', '198.51.100.1', 2, '10.0.0.3'],
  ['an IPv4 address in IPv6 as IPv4', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
  ['the network of an IPv6 address', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['the same of a shortened one', '2001:0db8::5', undefined, 0, '2001:db8:0:0::/64'],
  ['the same of one with a zone', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
])('a client is %s', (_, peer, forwardedFor, proxies, client) => {
  expect(clientAddress(peer, forwardedFor, proxies)).toBe(client)
})

test('this machine is known by both of its addresses', () => {
  expect(isLoopback(clientAddress('127.0.0.1', undefined, 0))).toBe(true)
  expect(isLoopback(clientAddress('::1', undefined, 0))).toBe(true)
  expect(isLoopback(clientAddress('203.0.113.9', undefined, 0))).toBe(false)
  expect(isLoopback(clientAddress('::ffff:127.0.0.1', undefined, 0))).toBe(true)
})
