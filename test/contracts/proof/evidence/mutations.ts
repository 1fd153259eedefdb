import type { Evidence } from '../../../../contracts/proof/evidence/shape.ts'
import { write } from '../../../../contracts/proof/evidence/read.ts'
import { evidenceOf, type Recorded } from './recorded.ts'

/** Evidence that was tampered with, and how. */
export interface Tampered {
  readonly how: string
  readonly text: string
}

type Json = null | string | number | Json[] | { [name: string]: Json }

/** Every member and every element left out, one at a time. */
export function* dropped(evidence: Evidence): Generator<Tampered> {
  for (const { at, place, name } of placesIn(evidence)) {
    yield changed(evidence, `without ${name}`, at, (parent) => {
      if (Array.isArray(parent)) parent.splice(Number(place), 1)
      else delete parent[place]
    })
  }
}

/** Every element given twice. */
export function* repeated(evidence: Evidence): Generator<Tampered> {
  for (const { at, place, name } of placesIn(evidence)) {
    yield changed(evidence, `with ${name} twice`, at, (parent) => {
      if (Array.isArray(parent)) parent.splice(Number(place), 0, parent[Number(place)] as Json)
    })
  }
}

/** Every two elements of a list exchanged. */
export function* swapped(evidence: Evidence): Generator<Tampered> {
  for (const { at, place, name } of placesIn(evidence)) {
    const list = valueAt(evidence as unknown as Json, at)
    if (!Array.isArray(list)) continue
    for (let other = Number(place) + 1; other < list.length; other++) {
      yield changed(evidence, `with ${name} and element ${other} exchanged`, at, (parent) => {
        if (!Array.isArray(parent)) return
        const kept = parent[other] as Json
        parent[other] = parent[Number(place)] as Json
        parent[Number(place)] = kept
      })
    }
  }
}

/** Every member taken from another bundle instead. */
export function* spliced(name: Recorded, other: Evidence, from: string): Generator<Tampered> {
  const evidence = evidenceOf(name)
  const members = placesIn(evidence).filter(({ place }) => Number.isNaN(Number(place)))
  for (const { at, place, name: member } of members) {
    const parent = valueAt(other as unknown as Json, at) as { [name: string]: Json } | undefined
    const theirs = parent?.[place]
    if (theirs === undefined) continue
    yield changed(evidence, `with ${member} of ${from}`, at, (parent) => {
      if (!Array.isArray(parent)) parent[place] = structuredClone(theirs)
    })
  }
}

/** Its one form with the byte at `at` changed by `mask`. */
export const flipped = (text: string, at: number, mask: number): Tampered => {
  const bytes = new TextEncoder().encode(text)
  bytes[at] = (bytes[at] as number) ^ mask
  return {
    how: `with byte ${at} changed by ${mask}`,
    text: new TextDecoder().decode(bytes),
  }
}

interface Place {
  readonly at: readonly string[]
  readonly place: string
  readonly name: string
}

const placesIn = (evidence: Evidence): Place[] => places(evidence as unknown as Json, [])

const places = (json: Json, at: readonly string[]): Place[] =>
  typeof json !== 'object' || json === null
    ? []
    : Object.entries(json).flatMap(([place, value]) => [
        { at, place, name: [...at, place].join('.') },
        ...places(value, [...at, place]),
      ])

const valueAt = (json: Json, at: readonly string[]): Json =>
  at.reduce(
    (value, place) => (value as { [name: string]: Json } | undefined)?.[place] as Json,
    json,
  )

const changed = (
  evidence: Evidence,
  how: string,
  at: readonly string[],
  change: (parent: Json[] | { [name: string]: Json }) => void,
): Tampered => {
  const copy = structuredClone(evidence)
  change(valueAt(copy as unknown as Json, at) as Json[])
  return { how, text: write(copy) }
}
