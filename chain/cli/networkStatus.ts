import type { NetworkStatus } from '../network/status.ts'
import { table } from './output.ts'

/** A network's status for people. */
export function statusLines({ chain, head, nodes, signers }: NetworkStatus): string[] {
  if (chain === null) return ['There is no chain in this home yet: wattledger network start']
  const silent = signers.filter(({ isSilent }) => isSilent)
  const newest =
    head === null
      ? 'no node answers'
      : `block ${head.number}, ${head.ageSeconds} s old${head.sealer === null ? '' : `, sealed by the ${head.sealer}`}`
  return [
    `${chain}: ${newest}`,
    '',
    ...table(
      ['node', '>process', '>height', '>peers'],
      nodes.map(({ name, pid, height, peers }) => [
        name,
        pid === null ? 'not running' : String(pid),
        height === null ? '–' : String(height),
        peers === null ? '–' : String(peers),
      ]),
    ),
    ...(signers.length === 0
      ? ['', 'No party seals here: what is read from this chain is practice.']
      : [
          '',
          ...table(
            ['signer', 'address', '>last block', '>sealed'],
            signers.map(({ party, address, lastBlock, silentSeconds, isSilent }) => [
              `${party}${isSilent ? ' (silent)' : ''}`,
              address,
              lastBlock === null ? '–' : String(lastBlock),
              silentSeconds === null ? 'not lately' : `${silentSeconds} s ago`,
            ]),
          ),
          ...silent.map(
            ({ party }) =>
              `The ${party} is silent: start its node with "wattledger network start ${party}", or ask that party.`,
          ),
        ]),
  ]
}
