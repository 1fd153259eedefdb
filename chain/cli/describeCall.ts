import type { ParamType, TransactionDescription } from 'ethers'
import { reasonWords } from '../../contracts/rules/reason.ts'
import { billing } from './contract.ts'
import { formatDay } from './quantities.ts'

/** A call of the contract, decoded: its signature, then each argument on a line; a batch's calls follow one another. */
export function describeCall(call: TransactionDescription): string[] {
  if (call.name === 'batch') {
    const calls = call.args[0] as string[]
    return calls.flatMap((data, place) => {
      const inner = billing.parseTransaction({ data })
      const lines = inner === null ? [data] : describeCall(inner)
      return lines.map((line, row) => (row === 0 ? `${place + 1}. ${line}` : `   ${line}`))
    })
  }
  return [
    call.name,
    ...call.fragment.inputs.flatMap((input, i) => argument(input, call.args[i], '  ')),
  ]
}

const DAYS = new Set(['day', 'firstDay', 'effectiveFrom'])

function argument(input: ParamType, value: unknown, indent: string): string[] {
  if (input.components !== null && Array.isArray(value)) {
    return [
      `${indent}${input.name}:`,
      ...input.components.flatMap((part, i) => argument(part, value[i] as unknown, `${indent}  `)),
    ]
  }
  if (input.arrayChildren !== null && Array.isArray(value)) {
    const { arrayChildren: each } = input
    return (value as unknown[]).flatMap((member, place) => {
      const [head = '', ...rest] = argument(each, member, indent)
      return [`${indent}${input.name} ${place + 1}${head.trimStart()}`, ...rest]
    })
  }
  return [`${indent}${input.name}: ${String(value)}${wordsFor(input.name, value)}`]
}

function wordsFor(name: string, value: unknown): string {
  if (DAYS.has(name)) return ` (${formatDay(Number(value))})`
  return name === 'reason' ? ` (${reasonWords(Number(value))})` : ''
}
