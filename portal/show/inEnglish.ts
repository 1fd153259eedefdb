import { language } from '../language/spoken.ts'
import { html, type Markup } from '../markup.ts'

/** What is only ever said in English, like the rules' own refusal, marked as such where the page is in another language. */
export const inEnglish = (text: string): Markup =>
  language() === 'en' ? html`${text}` : html`<span lang="en">${text}</span>`
