/** A month by its number since January 1970: October 2026. */
export const monthWords = (month: number): string =>
  monthName.format(new Date(Date.UTC(1970, month, 1)))

const monthName = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
