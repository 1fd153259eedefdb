/** What to type where a key has to act: the portal itself only reads. */
export const disputeCommand = (code: string, bill: number): string =>
  `wattledger dispute raise ${code} ${bill} --amount 500 --reason reason.txt`
