import { BadInput } from '../problem/problem.ts'

/** Which of an account's entries its page shows: those of a year, or thereabouts. Numbers of entries, both included. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly all: number
}

/** Entries on a page: with 28 of a household, and its charts, it is as heavy as a page may be in Assamese. */
const SHOWN = 28

/** The newest entries, or the newest before one. */
export const partOf = (all: number, before: number | null): Part => {
  const to = before === null ? all : Math.max(0, Math.min(all, before - 1))
  return { from: Math.max(1, to - SHOWN + 1), to, all }
}

export const isIn = (seq: number, { from, to }: Part): boolean => seq >= from && seq <= to

/** As an address carries it: the number of the entry before which a page ends. Throws `BadInput`. */
export const readBefore = (text: string | undefined): number | null => {
  if (text === undefined || text === '') return null
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new BadInput(
    `"${text}" is not the number of an entry.`,
    'Follow the links below the lists, or start at the account.',
  )
}
