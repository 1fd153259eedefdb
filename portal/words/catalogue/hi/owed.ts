import type { owed as en } from '../en/owed.ts'
import type { Translation } from '../translation.ts'

export const owed: Translation<typeof en> = {
  nothing: 'कुछ देय नहीं।',
  credit: 'जमा राशि: इससे अगले बिल चुकेंगे।',
  held: 'विवाद के दौरान रोकी गई: इसमें से कुछ देय नहीं है।',
  andHeld: '{what}; विवाद के दौरान {held} रोकी गई।',
  stop: '{what}।',
  wasDue: '{tag} {sum} की देय तिथि {day} थी',
  firstWasDue: '{tag} {sum} समय पर नहीं चुकाई गई, पहली राशि की देय तिथि {day} थी',
  andLater: '{overdue}; {later}',
  payBy: '{day} तक देय',
  sumBy: '{sum}, {day} तक देय',
  sumByRestLater: '{sum}, {day} तक देय, शेष बाद में',
}
