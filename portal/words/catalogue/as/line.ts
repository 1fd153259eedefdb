import type { line as en } from '../en/line.ts'
import type { Translation } from '../translation.ts'

export const line: Translation<typeof en> = {
  all: 'সকলো {limit} kWh',
  rest: 'বাকী',
  first: 'প্ৰথম {limit} kWh',
  next: 'পৰৱৰ্তী {limit} kWh',
  fuel: 'ইন্ধন সমন্বয়',
  subsidy: 'ৰাজসাহায্য',
  fixedPerKW: 'লোডৰ ওপৰত স্থায়ী মাচুল',
  fixedPerConnection: 'সংযোগৰ স্থায়ী মাচুল',
  duty: 'বিদ্যুৎ শুল্ক: {of}',
  dutyPerUnit: 'প্ৰতি ইউনিট বিদ্যুৎ শুল্ক',
  alreadyCharged: 'আনুমানিক বিলে আগতেই ধৰা: বিল {bills}',
  rounding: 'পূৰ্ণাংকন',
  onEnergy: 'শক্তি',
  onFixed: 'স্থায়ী মাচুল',
  onFuel: 'ইন্ধন',
  onSubsidy: 'ৰাজসাহায্য বাদ দি',
}
