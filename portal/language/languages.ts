/** The languages that pages are told in, each by its own name. */
export const languages = { en: 'English', hi: 'हिन्दी', as: 'অসমীয়া' } as const

export type Language = keyof typeof languages

export const isLanguage = (text: string | undefined): text is Language =>
  text !== undefined && Object.hasOwn(languages, text)
