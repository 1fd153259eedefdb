import { z } from 'zod'

/** What people call the categories. The ledger knows their numbers alone, so a name proves nothing. */
export type CategoryNames = ReadonlyMap<number, string>

const shape = z.strictObject({
  version: z.literal(1),
  categories: z.record(z.string().regex(/^[1-9]\d{0,4}$/), z.string().min(1).max(100)),
})

/** Reads a file of names; none where it is no such file. */
export const parseCategoryNames = (text: string): CategoryNames => {
  try {
    const { categories } = shape.parse(JSON.parse(text))
    return new Map(Object.entries(categories).map(([number, name]) => [Number(number), name]))
  } catch {
    return new Map()
  }
}

export const formatCategoryNames = (names: CategoryNames): string =>
  `${JSON.stringify({ version: 1, categories: Object.fromEntries(names) }, null, 2)}\n`
