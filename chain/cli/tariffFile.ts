import { readFile } from 'node:fs/promises'
import {
  nameInTariffFile,
  parseTariffFile,
  type TariffDraft,
} from '../../contracts/rules/tariffFile.ts'
import { BadInput } from './exit.ts'

/** A tariff from its JSON file (`contracts/rules/tariffFile.ts`). Throws `BadInput`, naming every place at fault. */
export async function readTariffFile(path: string): Promise<TariffDraft> {
  return (await readNamedTariff(path)).tariff
}

/** The same, with what the file calls the category. Throws `BadInput`. */
export async function readNamedTariff(
  path: string,
): Promise<{ tariff: TariffDraft; name: string | undefined }> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new BadInput(`${path} can't be read as JSON: name a tariff file.`, { cause })
  }
  try {
    return { tariff: parseTariffFile(json), name: nameInTariffFile(json) }
  } catch (cause) {
    if (cause instanceof Error) throw new BadInput(`${path}: ${cause.message}`, { cause })
    throw cause
  }
}
