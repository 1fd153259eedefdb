import type { mistyped as en } from '../en/mistyped.ts'
import type { Translation } from '../translation.ts'

export const mistyped: Translation<typeof en> = {
  meant:
    '{count, plural, one {क्या आपका मतलब <b>{codes}</b> था?} other {क्या आपका मतलब इनमें से कोई था: <b>{codes}</b>?}}',
}
