export const reading = {
  k0: 'signed by the meter',
  k1: 'entered by hand, with evidence',
  k2: 'estimated',
  k3: 'final, entered with evidence',
  other: 'of kind {kind}',
  installed: 'when the meter was installed',
  corrected: 'corrected, with evidence',
} as const
