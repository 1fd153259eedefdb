import type { cause as en } from '../en/cause.ts'
import type { Translation } from '../translation.ts'

export const cause: Translation<typeof en> = {
  units: '{direction, select, less {{energy} কম ব্যৱহাৰ} other {{energy} বেছি ব্যৱহাৰ}}',
  sameDays: 'একে সংখ্যক দিন, কিন্তু মাহৰ বেলেগ অংশ হিচাপে গণা',
  days: '{days, plural, one {# দিন} other {# দিন}} {direction, select, less {কম} other {বেছি}}',
  rate: 'বেলেগ নিৰিখ বা চৰ্ত',
  estimates: 'আনুমানিক বিলে আগতেই ধৰা ধন',
  rounding: 'পূৰ্ণাংকন',
  correction: 'সংশোধন',
  adjustment: 'পিছত যোগ কৰা ধন',
}
