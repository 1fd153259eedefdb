import type { download as en } from '../en/download.ts'
import type { Translation } from '../translation.ts'

export const download: Translation<typeof en> = {
  title: 'ডাউনল’ড',
  greenButton: '<a>Green Button (XML)</a>: খৰচ, আন প্ৰগ্ৰেমৰ বাবে',
  entries: '<a>CSV</a>: প্ৰতিটো প্ৰৱিষ্টি, স্প্ৰেডশ্বীটৰ বাবে',
  data: '<a>JSON</a>: এই গোটেই পৃষ্ঠাটো',
  evidence: '<a>প্ৰমাণ</a>: নিজেই নিজক প্ৰমাণ কৰা ফাইল',
}
