import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, EVERYTHING } from '../../../../chain/cli/town/act.ts'
import { nextWave } from '../../../../chain/cli/town/wave.ts'
import { dayNumber } from '../../../../contracts/rules/units.ts'

const ids = ['a', 'b', 'c'] as const
const anyActs = fc.array(
  fc.record({
    touch: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.constant(EVERYTHING) },
    ),
    by: fc.constantFrom('operations', 'cashier', 'consumer 1'),
    kind: fc.constantFrom('call', 'fund'),
    gas: fc.constantFrom(150_000, 20_000_000),
  }),
  { maxLength: 40 },
)

const actsOf = (drawn: typeof anyActs extends fc.Arbitrary<infer T> ? T : never): Act[] =>
  drawn.map(({ touch, by, kind, gas }, i) => ({
    day: dayNumber(1),
    by,
    account: `0x${i}`,
    seq: i,
    touches: [touch],
    deed: { kind, name: '', args: [] } as unknown as Act['deed'],
    gas,
  }))

test('waves record every act once, and those that touch the same in their order', () => {
  fc.assert(
    fc.property(anyActs, (drawn) => {
      const acts = actsOf(drawn)
      const recorded: Act[] = []
      let open: readonly Act[] = acts
      while (open.length > 0) {
        const { wave, rest } = nextWave(open)
        expect(wave.length).toBeGreaterThan(0)
        // Parcels of one wave may be mined in any order.
        recorded.push(...wave.toReversed().flat())
        open = rest
      }
      expect(new Set(recorded).size).toBe(acts.length)
      for (const id of ids) {
        const touching = recorded.filter(
          ({ touches: [touch] }) => touch === id || touch === EVERYTHING,
        )
        expect(touching.map(({ seq }) => seq)).toEqual(
          touching.map(({ seq }) => seq).toSorted((a, b) => a - b),
        )
      }
    }),
  )
})

test('a parcel is one key’s, and stays within what a transaction may take', () => {
  fc.assert(
    fc.property(anyActs, (drawn) => {
      for (const [first, ...others] of nextWave(actsOf(drawn)).wave) {
        expect(others.every(({ by }) => by === first.by)).toBe(true)
        if (others.length === 0) continue
        expect(first.by.startsWith('consumer')).toBe(false)
        const gas = [first, ...others].reduce((sum, act) => sum + act.gas, 0)
        expect(gas).toBeLessThanOrEqual(28_000_000)
      }
    }),
  )
})
