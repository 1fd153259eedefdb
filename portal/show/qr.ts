import { encodeQR } from 'qr'
import { html, Markup } from '../markup.ts'

/** A QR code that says `text`, as a picture within the page: nothing to load, and it prints sharp. */
export const qr = (text: string, label: string): Markup => {
  const drawing = drawn.get(text) ?? draw(text)
  return html`<svg class="qr" role="img" aria-label="${label}" ${drawing}`
}

/** An open page asks for itself with every block, and to draw it is a tenth of the page's work. */
const drawn = new Map<string, Markup>()
const MOST = 500

const draw = (text: string): Markup => {
  const [, drawing = ''] = /^<svg (.*)$/s.exec(encodeQR(text, 'svg', { ecc: 'medium' })) ?? []
  const made = new Markup(drawing)
  if (drawn.size >= MOST) drawn.clear()
  drawn.set(text, made)
  return made
}
