import { type BatchKind, type BatchOutcome, type BatchRow, runBatch } from './batch.ts'
import type { Fault } from './csvRows.ts'
import { exit, Failure, Refused } from './exit.ts'
import { present } from './output.ts'
import { faultLines, writeRefusedRows } from './refusedRows.ts'
import type { Session } from './session.ts'

/** What was read from a batch file; `sum` says in words what it comes to. */
export type BatchFile = {
  readonly path: string
  readonly rows: readonly BatchRow[]
  readonly faults: readonly Fault[]
  readonly sum: string
}

/**
 * Records a batch file and tells what became of its rows. Nothing is sent while a cell of the file can't be used.
 * Throws `BadRows`, `RowsRefused`, which name the report they wrote.
 */
export async function recordFile(
  session: Session,
  kind: BatchKind,
  file: BatchFile,
  options: { skipsRefused: boolean },
): Promise<void> {
  const { settings } = session
  const { path, rows, faults, sum } = file
  if (faults.length > 0) {
    const report = settings.isDryRun ? undefined : await writeRefusedRows(path, faults)
    throw new BadRows(path, rows.length, faults, report)
  }
  if (settings.isDryRun) {
    present(settings, { isDryRun: true, rows: rows.length, sum }, [
      'Dry run: nothing is signed or sent.',
      `Record ${rows.length} ${kind.name} of ${path}: ${sum}.`,
    ])
    return
  }
  const outcome = await runBatch(session, kind, rows, options)
  if (outcome.refused.length > 0) {
    const report = await writeRefusedRows(path, outcome.refused)
    throw new RowsRefused(kind.name, outcome, report)
  }
  const { sent, transactions, dropped } = outcome
  present(settings, { rows: rows.length, sent, transactions, droppedLines: dropped, sum }, [
    `Recorded ${sent} ${kind.name} in ${transactions} transactions${droppedWords(dropped)}. The file: ${rows.length} rows, ${sum}.`,
  ])
}

const droppedWords = (dropped: readonly number[]): string => {
  if (dropped.length === 0) return ''
  const shown = dropped.slice(0, 5).join(', ')
  const lines = dropped.length > 5 ? `${shown}, …` : shown
  return `; ${dropped.length} were recorded before, identically, and left out (lines ${lines})`
}

class BadRows extends Failure {
  constructor(path: string, usable: number, faults: readonly Fault[], report: string | undefined) {
    const more = report === undefined ? '' : ` All are in ${report}.`
    super(
      exit.badInput,
      `${faults.length} cells of ${path} can't be used (${usable} rows can), so nothing was sent: correct them and run it again.${more}\n${faultLines(faults).join('\n')}`,
    )
  }
}

class RowsRefused extends Refused {
  constructor(name: string, outcome: BatchOutcome, report: string) {
    const { sent, dropped, refused, heldBack } = outcome
    const held =
      heldBack === 0
        ? ''
        : `, and ${heldBack} ${name} stayed behind with them, since a batch is all or nothing (--skip-refused sends them)`
    super(
      `${refused.length} ${name} were refused${held}; ${sent} were recorded${droppedWords(dropped)}. See ${report}, correct the file and run it again: what is recorded is left out.\n${faultLines(refused).join('\n')}`,
    )
  }
}
