import type { estimate as en } from '../en/estimate.ts'
import type { Translation } from '../translation.ts'

export const estimate: Translation<typeof en> = {
  groundless:
    '<b>ইয়াৰ আগতে অনুমান কৰিব পৰা কোনো প্ৰকৃত ৰিডিং নাছিল।</b> নিয়ম অনুসৰি অনুমান হ’ল একাউণ্টটোৰ সাধাৰণ ব্যৱহাৰ; ইয়াত এয়া পৰিষদৰ আন্দাজ।',
  usual: 'ইউনিট সিমানেই যিমান এই একাউণ্টে সাধাৰণতে ব্যৱহাৰ কৰে, নিয়মে কোৱাৰ দৰে: {basis}।',
  departs:
    '<b>এয়া নিয়ম অনুসৰি নহয়।</b> এই একাউণ্টে ইমান দিনত সাধাৰণতে {expected} ব্যৱহাৰ কৰে ({basis}); পৰিষদে {used} অনুমান কৰিছে।',
  basis: '{bills}ত {days} দিনত {energy}',
  followed: 'ই {bill}ৰ অনুমানৰ পিছত আহিছিল।',
  noteDeparts: '<b>ই নিয়মৰ পৰা আঁতৰি গৈছে</b>; নিয়ম অনুসৰি {expected}।',
  noteGroundless: '<b>অনুমান কৰিবলৈ কোনো প্ৰকৃত ৰিডিং নাছিল।</b>',
  noReading: 'তেতিয়াৰ পৰা কোনো প্ৰকৃত ৰিডিং অহা নাই।',
  corrected: '{bill}ৰ ৰিডিঙে শুধৰাইছে: অনুমানতকৈ {more} ব্যৱধান।',
}
