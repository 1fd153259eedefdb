import type { mistyped as en } from '../en/mistyped.ts'
import type { Translation } from '../translation.ts'

export const mistyped: Translation<typeof en> = {
  meant:
    '{count, plural, one {আপুনি <b>{codes}</b> বুজাইছিল নেকি?} other {আপুনি এইবোৰৰ কোনোবা এটা বুজাইছিল নেকি: <b>{codes}</b>?}}',
}
