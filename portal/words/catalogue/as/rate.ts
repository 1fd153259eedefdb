import type { rate as en } from '../en/rate.ts'
import type { Translation } from '../translation.ts'

export const rate: Translation<typeof en> = {
  perKWh: 'প্ৰতি kWh ₹',
  slab: 'শ্লেব',
  energy: 'শক্তি',
  fuel: 'ইন্ধন',
  subsidy: 'ৰাজসাহায্য',
  energyLabel: 'শক্তি',
  fuelLabel: 'ইন্ধন',
  subsidyLabel: 'ৰাজসাহায্য',
  fixed: 'স্থায়ী মাচুল',
  none: 'নাই',
  fixedPerKW: 'লোডৰ প্ৰতি kWত মাহে {amount}',
  fixedPerConnection: 'মাহে {amount}',
  fixedBoth: 'লোডৰ প্ৰতি kWত মাহে {perKW}, আৰু মাহে {perConnection}',
  duty: 'বিদ্যুৎ শুল্ক',
  basis: 'দিনৰ গণনা',
  roundedTo: 'বিলৰ পূৰ্ণাংকন',
  paisa: 'এক পইচালৈ',
  rupees: 'সম্পূৰ্ণ টকালৈ',
}
