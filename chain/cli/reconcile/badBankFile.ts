import type { Fault } from '../csvRows.ts'
import { BadInput } from '../exit.ts'
import { faultLines } from '../refusedRows.ts'

/** A bank's file of which some of it can't be used: then none of it is. */
export class BadBankFile extends BadInput {
  override name = 'BadBankFile'

  constructor(path: string, faults: readonly Fault[]) {
    const places = faults.length === 1 ? 'One place' : `${faults.length} places`
    super(
      `${places} of ${path} can't be read, so nothing was compared: correct the file, or describe its columns with --map.\n${faultLines(faults).join('\n')}`,
    )
  }
}
