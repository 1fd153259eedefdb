import type { status as en } from '../en/status.ts'
import type { Translation } from '../translation.ts'

export const status: Translation<typeof en> = {
  credit: 'জমা',
  settled: 'পৰিশোধিত',
  overdue: 'ম্যাদ উকলা',
  partPaid: 'আংশিক পৰিশোধিত',
  issued: 'জাৰি কৰা',
  disputed: 'বিবাদিত',
  corrected: 'সংশোধিত',
  paid: 'পৰিশোধ হ’ল',
  heldBack: 'ধৰি ৰখা',
  toPay: 'দিবলগীয়া',
  ofItHeldBack: '{tag} <soft>ইয়াৰ {amount} ধৰি ৰখা</soft>',
  asksNothing: 'ইয়াত একো দিবলগীয়া নাই: এয়া জমা ধন, {use}।',
  allHeldBack: '{left} বাকী, বিবাদ মীমাংসা নোহোৱালৈকে সম্পূৰ্ণ ধন ধৰি ৰখা হৈছে।',
  nothing: 'একো দিবলগীয়া নাই।',
  full: 'সম্পূৰ্ণ পৰিশোধ হৈছে, একো বাকী নাই।',
  wasDue: '{left} বাকী; পৰিশোধৰ তাৰিখ আছিল {day}।',
  firstWasDue: '{left} বাকী; ইয়াৰ প্ৰথম কিস্তি {day} তাৰিখে দিবলগীয়া আছিল।',
  leftDue: '{left} বাকী, পৰিশোধৰ তাৰিখ {day}।',
  leftNextDue: '{left} বাকী, পৰৱৰ্তী কিস্তিৰ তাৰিখ {day}।',
  payBy: '{day}ৰ ভিতৰত দিবলগীয়া।',
  sumBy: '{sum}, {day}ৰ ভিতৰত দিবলগীয়া।',
  sums: '{sums} টা কিস্তিত দিবলগীয়া, প্ৰথমটো {day}ৰ ভিতৰত।',
}
