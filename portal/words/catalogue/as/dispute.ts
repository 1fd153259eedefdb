import type { dispute as en } from '../en/dispute.ts'
import type { Translation } from '../translation.ts'

export const dispute: Translation<typeof en> = {
  claim:
    '<b>এই বিলৰ {amount} বিবাদিত</b>, দাবী হিচাপে: ইয়াৰ পৰিশোধ আগতেই হৈছিল। নিয়ামকে এতিয়াও সিদ্ধান্ত দিয়া নাই।',
  held: '<b>এই বিলৰ {amount} বিবাদিত</b>। নিয়ামকে সিদ্ধান্ত নিদিয়ালৈকে {held} ধৰি ৰখা হৈছে: এয়া দিবলগীয়া নহয়, ইয়াৰ ম্যাদো নুকলে। {rest}',
  restPayable: 'বাকী {rest} সদায়ৰ দৰে দিবলগীয়া।',
  restPaid: 'বাকীখিনি পৰিশোধ হৈছে।',
}
