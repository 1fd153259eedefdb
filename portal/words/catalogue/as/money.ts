import type { money as en } from '../en/money.ts'
import type { Translation } from '../translation.ts'

export const money: Translation<typeof en> = {
  takenBack: 'উভতাই লোৱা ({channel}): {reason}',
  paidBack: 'ঘূৰাই দিয়া: {reason}',
  credit: 'জমা: {reason}',
  creditOf: '{bill}ৰ জমা ধন',
  freed: '<soft>{bill}ৰ সংশোধনৰ ফলত মুকলি ({entry})</soft>',
  before: '<soft>আগৰে পৰা থকা জমাৰ পৰা</soft>',
  notUsed:
    'এতিয়াও ব্যৱহাৰ হোৱা নাই: ইয়াৰে পৰৱৰ্তী {word, select, session {ছেছনবোৰ} other {বিলবোৰ}} পৰিশোধ হ’ব',
  amountOf: '{bill} ({amount})',
  usedBy: '{bills}ত ব্যৱহাৰ হ’ল',
  usedByRest: '{bills}ত ব্যৱহাৰ হ’ল; {rest} ব্যৱহাৰ হ’বলৈ বাকী',
  paid: 'পৰিশোধ, {channel}',
  paidTakenBack: 'পৰিশোধ, {channel}; <soft>{day} তাৰিখে উভতাই লোৱা</soft>',
  reversed: 'পৰিশোধ উভতাই লোৱা হ’ল ({channel}): {reason}',
  adjustment: 'সমন্বয়: {reason}, <soft>কৰোঁতা: {who}</soft>',
  nothing: 'একো নাই',
  openAgain: '{bills}, পুনৰ বাকী',
  untilTakenBack: '{bills}, উভতাই লোৱালৈকে',
  onlyCredit: 'জমা',
  paidTwice: 'ইয়াৰ পৰিশোধ দুবাৰ হৈছিল; দ্বিতীয়বাৰৰ {amount} {day} তাৰিখে ঘূৰাই দিয়া হ’ল।',
  amountOn: '{day} তাৰিখে {amount}',
  refunded: 'জমা ধন ঘূৰাই দিয়া হ’ল: {refunds}। ই কেতিয়াও এই বিলৰ দাবীৰ অংশ নাছিল।',
  andUse: '{bills}; {use}',
}
