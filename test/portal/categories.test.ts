import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { formatCategoryNames, parseCategoryNames } from '../../contracts/rules/categoryNames.ts'
import { besideFile } from '../../portal/besideFile.ts'
import { callCategories, categoryName, wholeCategory } from '../../portal/show/category.ts'

afterEach(() => callCategories(new Map()))

test('a category is called what the board calls it, up to its conditions; without a name by its number', () => {
  callCategories(new Map([[3, 'LT-II Domestic A, above 0.5 kW to 5 kW']]))
  expect(categoryName(3)).toBe('LT-II Domestic A')
  expect(categoryName(4)).toBe('category 4')
  expect(wholeCategory(3)).toBe('Category 3: LT-II Domestic A, above 0.5 kW to 5 kW')
  expect(wholeCategory(4)).toBe('Category 4')
})

test('names are read anew when their file comes or changes, and are none where it makes no sense', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wattledger-'))
  const file = join(folder, 'categories.json')
  const read = besideFile(file, parseCategoryNames)
  expect((await read()).size).toBe(0)
  await writeFile(file, formatCategoryNames(new Map([[3, 'Domestic']])))
  expect((await read()).get(3)).toBe('Domestic')
  await new Promise((passed) => setTimeout(passed, 20))
  await writeFile(file, '<html>')
  expect((await read()).size).toBe(0)
  await rm(folder, { recursive: true })
})
