export const mistyped = {
  meant:
    '{count, plural, one {Did you mean <b>{codes}</b>?} other {Did you mean one of these: <b>{codes}</b>?}}',
} as const
