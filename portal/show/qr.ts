import { encodeQR } from 'qr'
import { remember } from '../language/remember.ts'
import { html, Markup } from '../markup.ts'

/** A QR code that says `text`, as a picture within the page: nothing to load, and it prints sharp. */
export const qr = (text: string, label: string): Markup =>
  html`<svg class="qr" role="img" aria-label="${label}" ${drawing(text)}`

/** An open page asks for itself with every block, and to draw it is a tenth of the page's work. One has 5 kB. */
const drawing = remember((text: string): Markup => {
  const [, drawn = ''] = /^<svg (.*)$/s.exec(encodeQR(text, 'svg', { ecc: 'medium' })) ?? []
  return new Markup(drawn)
}, 500)
