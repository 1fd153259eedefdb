import type { PortalContext } from '../answer.ts'
import type { Ledger } from '../readOnly.ts'
import type { Standing } from '../record/standing.ts'
import { csvLine } from './csv.ts'
import { answerFile } from './file.ts'
import type { ListExport } from './listExport.ts'

/** Answers with a whole list as CSV, all of one snapshot. */
export const answerCsv = (c: PortalContext, db: Ledger, list: ListExport): Promise<Response> =>
  answerFile(c, db, {
    name: (block) => `${list.name}-to-block-${block}.csv`,
    type: 'text/csv; charset=utf-8',
    make: (db, standing) =>
      Promise.resolve({
        block: standing === null ? null : { number: standing.block, hash: standing.hash },
        pieces: piecesOf(list, db, standing),
      }),
  })

async function* piecesOf(list: ListExport, db: Ledger, standing: Standing | null) {
  let piece = csvLine(list.columns)
  for await (const rows of list.chunks(db, standing)) {
    for (const row of rows) piece += csvLine(list.columns.map((column) => row[column] ?? null))
    yield piece
    piece = ''
  }
}
