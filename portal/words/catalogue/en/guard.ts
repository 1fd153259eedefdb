/** What a client is told that asks too often, too much or in another way than pages are asked for. */
export const guard = {
  tooManyTitle: 'Too many requests from here',
  tooMany:
    'This portal answers {perMinute, plural, one {# request} other {# requests}} a minute from one address, and more came from yours.',
  tooManyAdvice:
    'Wait {seconds, plural, one {# second} other {# seconds}}, then load this page again. Whoever needs much takes whole lists as CSV, or everything in files.',
  tooLongTitle: 'That address is too long',
  tooLong: 'It has {length, number} signs; no page of this portal has more than {longest, number}.',
  tooLongAdvice: 'Shorten it, or search for what you are looking for.',
  takesNothingTitle: 'This portal takes nothing in',
  takesNothing: 'The request brings something along, which no page here asks for.',
  takesNothingAdvice: 'Ask again without a body.',
  onlyReadsTitle: 'This portal only reads',
  onlyReads: '{method} is not answered here.',
  onlyReadsAdvice:
    'Entries are recorded with a key, by the signing command line; pages are asked for with GET.',
} as const
