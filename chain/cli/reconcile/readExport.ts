import { readFile } from 'node:fs/promises'
import { BadInput, exit, Failure } from '../exit.ts'
import { exportedPayments } from './exportedPayments.ts'
import type { Export } from './payment.ts'

/** The payments of the ledger: from a portal's address, or from a file saved from it. Throws `BadInput`, `Failure`. */
export async function readExport(source: string): Promise<Export> {
  if (/^https?:/.test(source)) return await fetchExport(addressOf(source))
  const text = await readFile(source, 'utf8').catch((cause: unknown) => {
    throw new BadInput(
      `The export ${source} can't be read: check its name, or give the portal's address.`,
      { cause },
    )
  })
  return { source, block: undefined, payments: exportedPayments(source, text) }
}

/** A portal's address stands for its payments. */
function addressOf(source: string): string {
  if (!URL.canParse(source)) throw new BadInput(`"${source}" is no address: check --export.`)
  const url = new URL(source)
  if (url.pathname === '/' || url.pathname === '') url.pathname = '/payments.csv'
  return url.href
}

async function fetchExport(url: string): Promise<Export> {
  let answer: Response
  let text: string
  try {
    answer = await fetch(url)
    text = await answer.text()
  } catch (cause) {
    throw new Failure(
      exit.noChain,
      `The portal at ${url} does not answer, or broke off: start it ("npm start"), name another with --export, or save its /payments.csv and name that file.`,
      { cause },
    )
  }
  if (!answer.ok) {
    throw new Failure(
      exit.noChain,
      `The portal answered ${answer.status} to ${url}: check the address, or try again in a minute.`,
    )
  }
  const block = answer.headers.get('wattledger-block')
  return {
    source: url,
    block: block === null ? undefined : Number(block),
    payments: exportedPayments(url, text),
  }
}
