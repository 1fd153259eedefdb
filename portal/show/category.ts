import type { CategoryNames } from '../../contracts/rules/categoryNames.ts'

let names: CategoryNames = new Map()

/** Takes what people call the categories from the file beside the ledger: the ledger knows their numbers alone. */
export const callCategories = (given: CategoryNames): void => {
  names = given
}

/** "LT-II Domestic A", or "category 3" where nobody said what it is called. */
export const categoryName = (category: number): string =>
  names.get(category)?.split(', ')[0] ?? `category ${category}`
