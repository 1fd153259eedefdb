/** What to type where a key has to act: the portal itself only reads. */
export const disputeCommand = (code: string, bill: number): string =>
  `wattledger dispute ${code} ${bill} 500 --reason "What is wrong, in a sentence"`
