import type { Measured } from '../account/measured.ts'

/** ESPI's QualityOfReading. */
const MANUALLY_EDITED = 7
const ESTIMATED = 8
const VERIFIED = 18
const REVENUE_QUALITY = 19

/** By the contract's number of a reading's kind: signed by the meter, by hand with evidence, estimated, final. */
const qualities = [REVENUE_QUALITY, VERIFIED, ESTIMATED, VERIFIED] as const

/** How far a reading is to be trusted, in the standard's numbers. A corrected one was edited, whoever read it first. */
export const qualityOf = ({ kind, isCorrected }: Pick<Measured, 'kind' | 'isCorrected'>): number =>
  isCorrected ? MANUALLY_EDITED : (qualities[kind] ?? VERIFIED)
