import { encodeQR } from 'qr'
import { html, Markup } from '../markup.ts'

/** A QR code that says `text`, as a picture within the page: nothing to load, and it prints sharp. */
export const qr = (text: string, label: string): Markup => {
  const [, drawing] = /^<svg (.*)$/s.exec(encodeQR(text, 'svg', { ecc: 'medium' })) ?? []
  return html`<svg class="qr" role="img" aria-label="${label}" ${new Markup(drawing ?? '')}`
}
