import { plainRupees } from '../../contracts/rules/money.ts'
import type { Paise } from '../../contracts/rules/units.ts'
import { html, type Markup } from '../markup.ts'

/** How the program is started in its folder, where nothing was installed. */
const program = 'npm run wattledger --'

/** What to type where a key has to act: the portal itself only reads. */
export const disputeCommand = (code: string, bill: number, amount: Paise): string =>
  `${program} dispute ${shellWord(code)} ${bill} ${plainRupees(amount)} --reason "What is wrong, in a sentence"`

export const acceptCommand = (code: string): string =>
  `${program} agreement accept ${shellWord(code)}`

/** What lays a bank's statement beside the payments of this portal. */
export const reconcileCommand = (portal: string): string =>
  `${program} reconcile STATEMENT.csv --portal ${portal}`

/** How evidence is checked without a portal. */
export const verifyCommand = (): Markup => html`<code>node verify.mjs FILE --trust TRUST</code>`

/** As a shell takes it: some codes end in a sign that it would read as its own, like *, ~ or $. */
const shellWord = (text: string): string => (/^[\w-]+$/.test(text) ? text : `'${text}'`)

/** What proves every stored row anew. */
export const auditCommand = 'node indexer/main.ts audit'

/** What follows the chain without this portal. */
export const monitorCommand = 'wattledger monitor'
