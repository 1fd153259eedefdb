import type { Register } from '../bill/versions.ts'
import { readingWords } from './readingKind.ts'
import { plain } from './t.ts'

/** Who says what a register was. */
export const sourceWords = (source: Register['source']): string => {
  switch (source.name) {
    case 'ConsumptionRecorded':
      return readingWords(source.fields.kind)
    case 'MeterInstalled':
      return plain('reading.installed')
    case 'ConsumptionRevised':
      return plain('reading.corrected')
    default:
      return source satisfies never
  }
}
