import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CategoryNames,
  formatCategoryNames,
  parseCategoryNames,
} from '../../contracts/rules/categoryNames.ts'
import { replaceDurably } from '../journal/durableFile.ts'

/** Remembers what people call some categories, for the portal of this home: tariff files say it, the ledger doesn't. */
export async function nameCategories(home: string, names: CategoryNames): Promise<void> {
  const path = join(home, 'categories.json')
  const known = parseCategoryNames(await readFile(path, 'utf8').catch(() => ''))
  if ([...names].every(([category, name]) => known.get(category) === name)) return
  await replaceDurably(path, formatCategoryNames(new Map([...known, ...names])))
}
