import type { day as en } from '../en/day.ts'
import type { Translation } from '../translation.ts'

export const day: Translation<typeof en> = {
  date: '{date} {month, select, 1 {जनवरी} 2 {फ़रवरी} 3 {मार्च} 4 {अप्रैल} 5 {मई} 6 {जून} 7 {जुलाई} 8 {अगस्त} 9 {सितंबर} 10 {अक्टूबर} 11 {नवंबर} other {दिसंबर}} {year}',
  withoutYear:
    '{date} {month, select, 1 {जनवरी} 2 {फ़रवरी} 3 {मार्च} 4 {अप्रैल} 5 {मई} 6 {जून} 7 {जुलाई} 8 {अगस्त} 9 {सितंबर} 10 {अक्टूबर} 11 {नवंबर} other {दिसंबर}}',
  month:
    '{month, select, 1 {जनवरी} 2 {फ़रवरी} 3 {मार्च} 4 {अप्रैल} 5 {मई} 6 {जून} 7 {जुलाई} 8 {अगस्त} 9 {सितंबर} 10 {अक्टूबर} 11 {नवंबर} other {दिसंबर}} {year}',
  oneDay: '{day} <nowrap>(1 दिन)</nowrap>',
  period: '{first} से {last} तक <nowrap>({days, plural, one {# दिन} other {# दिन}})</nowrap>',
}
