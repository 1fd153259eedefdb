import { chosenLanguage } from '../language/spoken.ts'
import { html, type Markup, nothing } from '../markup.ts'

/** Keeps the language of the address where a form is sent: a form's own query takes the place of its action's. */
export const languageField = (): Markup => {
  const chosen = chosenLanguage()
  return chosen === undefined
    ? nothing
    : html`<input type="hidden" name="lang" value="${chosen}" />`
}
