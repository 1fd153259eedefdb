/** Why a bill differs from another: what it was priced by. */
export const causes = {
  tariff: '{now} instead of {before}',
  load: 'a load of {now} instead of {before}',
  terms: 'other terms',
} as const
