import type { CategoryNames } from '../../contracts/rules/categoryNames.ts'
import { plain } from '../words/t.ts'

let names: CategoryNames = new Map()
let edition = 0

/** Takes what people call the categories from the file beside the ledger: the ledger knows their numbers alone. */
export const callCategories = (given: CategoryNames): void => {
  if (given !== names) edition++
  names = given
}

/** Another number whenever the names are others. */
export const namesEdition = (): number => edition

/** "Category 3: LT-II Domestic A, above 0.5 kW to 5 kW", its conditions included. */
export const wholeCategory = (category: number): string => {
  const name = names.get(category)
  return name === undefined
    ? plain('value.wholeCategory', { category })
    : plain('value.namedCategory', { category, name })
}

/** "LT-II Domestic A", or "category 3" where nobody said what it is called. */
export const categoryName = (category: number): string =>
  names.get(category)?.split(', ')[0] ?? plain('value.category', { category })
