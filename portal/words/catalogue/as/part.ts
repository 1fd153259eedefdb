import type { part as en } from '../en/part.ts'
import type { Translation } from '../translation.ts'

export const part: Translation<typeof en> = {
  shown:
    'ইয়াত দেখুওৱা বিল, পৰিশোধ, ৰিডিং আৰু প্ৰৱিষ্টিসমূহ {all} টা প্ৰৱিষ্টিৰ ভিতৰত {from} ৰ পৰা {to} লৈ।',
  record: 'শব্দে শব্দে, আৰু মূল ৰূপত',
  all: 'এই লেনদেনৰ সকলো প্ৰৱিষ্টি',
}
