import type { Register } from '../bill/versions.ts'
import { readingWords } from './readingKind.ts'

/** Who says what a register was. */
export const sourceWords = (source: Register['source']): string => {
  switch (source.name) {
    case 'ConsumptionRecorded':
      return readingWords(source.fields.kind)
    case 'MeterInstalled':
      return 'when the meter was installed'
    case 'ConsumptionRevised':
      return 'corrected, with evidence'
    default:
      return source satisfies never
  }
}
