import { isIPv6 } from 'node:net'

/**
 * Who asks: the address at the other end of the connection or, behind `proxies` proxies of our own, the one that the
 * outermost of them saw. Each proxy appends to X-Forwarded-For whom it was asked by, so what stands further left is what the
 * client says of itself, and is not believed. Of IPv6 the first 64 bits count: whoever has one address there has them all.
 */
export const clientAddress = (
  peer: string,
  forwardedFor: string | undefined,
  proxies: number,
): string => {
  const seen = (forwardedFor ?? '').split(',').map((address) => address.trim())
  const given = proxies === 0 ? '' : (seen.at(-proxies) ?? '')
  const address = (given === '' ? peer : given).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(address) ? `${networkOf(address)}::/64` : address
}

/** Whether nobody but this machine can be at the other end. */
export const isLoopback = (address: string): boolean => /^127\.|^0:0:0:0::/.test(address)

/** The first four groups of an IPv6 address, whose "::" stands for as many zeros as are missing. */
const networkOf = (address: string): string => {
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const gap = after === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail]
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
