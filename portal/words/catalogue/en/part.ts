/** Pages that show a part of something long. */
export const part = {
  shown:
    'The bills, payments, readings and entries shown here are those of entries {from} to {to} of {all}.',
  record: 'Word by word, and raw',
  all: 'All entries of this transaction',
} as const
