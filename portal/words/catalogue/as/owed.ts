import type { owed as en } from '../en/owed.ts'
import type { Translation } from '../translation.ts'

export const owed: Translation<typeof en> = {
  nothing: 'একো দিবলগীয়া নাই।',
  credit: 'জমা ধন: ইয়াৰে পৰৱৰ্তী বিলবোৰ পৰিশোধ হ’ব।',
  held: 'বিবাদৰ সময়ত ধৰি ৰখা: ইয়াৰ একো দিবলগীয়া নহয়।',
  andHeld: '{what}; বিবাদৰ সময়ত {held} ধৰি ৰখা।',
  stop: '{what}।',
  wasDue: '{tag} {sum}, পৰিশোধৰ তাৰিখ আছিল {day}',
  firstWasDue: '{tag} {sum} সময়মতে পৰিশোধ হোৱা নাই, প্ৰথম অংশৰ তাৰিখ আছিল {day}',
  andLater: '{overdue}; {later}',
  payBy: '{day}ৰ ভিতৰত দিবলগীয়া',
  sumBy: '{sum}, {day}ৰ ভিতৰত দিবলগীয়া',
  sumByRestLater: '{sum}, {day}ৰ ভিতৰত দিবলগীয়া, বাকীখিনি পিছত',
}
