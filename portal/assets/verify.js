// The verify page: reads the files that were chosen or dropped, verifies them with the very file that Node runs, and says
// what came of it. Nothing is sent anywhere; the portal's own trust file is the one thing that may be fetched.
import { tell, UnreadableTrust, verifyFile } from './verify.mjs'

const form = document.getElementById('verify')
const evidence = document.getElementById('evidence')
const trust = document.getElementById('trust')
const own = document.getElementById('own')
const verdict = document.getElementById('verdict')

const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer())

const trustBytes = async () => {
  const [file] = trust.files
  if (file !== undefined) return bytesOf(file)
  return own.checked ? bytesOf(await fetch(form.dataset.trust)) : null
}

const element = (name, text, className) => {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (className !== undefined) made.className = className
  return made
}

const check = (kind, sign, text) => {
  const box = element('div', undefined, `check ${kind}`.trim())
  const mark = element('span', sign, 'sign')
  mark.setAttribute('aria-hidden', 'true')
  box.append(mark, element('p', text))
  return box
}

const table = ([headings, ...rows]) => {
  const head = element('thead')
  const line = element('tr')
  for (const [i, heading] of headings.entries()) {
    const cell = element('th', heading, i > 1 && i < 5 ? 'figure' : undefined)
    cell.scope = 'col'
    line.append(cell)
  }
  head.append(line)
  const body = element('tbody')
  for (const row of rows) {
    const line = element('tr')
    for (const [i, text] of row.entries()) {
      line.append(element('td', text, i > 1 && i < 5 ? 'figure' : undefined))
    }
    body.append(line)
  }
  const made = element('table', undefined, 'stack')
  made.append(head, body)
  const wide = element('div', undefined, 'table')
  wide.append(made)
  return wide
}

const show = ({ title, sentences, warnings, table: rows }, outcome) => {
  const isRefused = outcome === 'refused'
  const lines = sentences.map((text) => check(isRefused ? 'broken' : '', isRefused ? '✗' : '✓', text))
  const notes = warnings.map((text) => check('unknown', '!', text))
  if (own.checked && trust.files.length === 0 && outcome === 'proven') {
    notes.unshift(check('unknown', '!', form.dataset.byOwn))
  }
  verdict.dataset.outcome = outcome
  verdict.replaceChildren(element('h2', title), ...lines, ...notes, ...(rows.length > 1 ? [table(rows)] : []))
  verdict.focus()
}

const verify = async () => {
  const [file] = evidence.files
  if (file === undefined) return
  verdict.replaceChildren(element('p', form.dataset.checking.replace('…', file.name)))
  try {
    const found = await verifyFile(await bytesOf(file), await trustBytes())
    show(tell(found), found.outcome)
  } catch (error) {
    const isTrust = error instanceof UnreadableTrust
    const text = isTrust ? error.message : form.dataset.cantRead
    show({ title: form.dataset.notChecked, sentences: [text], warnings: [], table: [] }, 'refused')
  }
}

form.addEventListener('change', () => void verify())
form.addEventListener('submit', (event) => event.preventDefault())

// A file dropped anywhere on the page: the trust file is told apart by what it says of itself.
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void take([...event.dataTransfer.files])
})

const take = async (files) => {
  for (const file of files) {
    const isTrust = (await file.slice(0, 100).text()).includes('wattledger-trust/')
    const chosen = new DataTransfer()
    chosen.items.add(file)
    ;(isTrust ? trust : evidence).files = chosen.files
  }
  await verify()
}
