/** A section of the catalogue in another language: the same messages, none missing and none more. */
export type Translation<English> = { readonly [Name in keyof English]: string }
