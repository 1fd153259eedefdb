import type { causes as en } from '../en/causes.ts'
import type { Translation } from '../translation.ts'

export const causes: Translation<typeof en> = {
  tariff: '{before} की जगह {now}',
  load: 'स्वीकृत भार {before} की जगह {now}',
  terms: 'दूसरी शर्तें',
}
