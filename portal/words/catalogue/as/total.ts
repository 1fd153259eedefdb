import type { total as en } from '../en/total.ts'
import type { Translation } from '../translation.ts'

export const total: Translation<typeof en> = {
  opening: 'আৰম্ভণিৰ বাকী',
  billed: 'বিলৰ ধন, সংশোধনসহ',
  adjusted: 'সমন্বিত',
  paid: 'পৰিশোধ, উভতাই লোৱা ধন বাদ দি',
  closing: 'সকলো একাউণ্টৰ মুঠ দিবলগীয়া',
}
