import type { rate as en } from '../en/rate.ts'
import type { Translation } from '../translation.ts'

export const rate: Translation<typeof en> = {
  perKWh: '₹ प्रति kWh',
  slab: 'स्लैब',
  energy: 'ऊर्जा',
  fuel: 'ईंधन',
  subsidy: 'सब्सिडी',
  energyLabel: 'ऊर्जा',
  fuelLabel: 'ईंधन',
  subsidyLabel: 'सब्सिडी',
  fixed: 'स्थायी प्रभार',
  none: 'कोई नहीं',
  fixedPerKW: 'भार के प्रति kW {amount} प्रति माह',
  fixedPerConnection: '{amount} प्रति माह',
  fixedBoth: 'भार के प्रति kW {perKW} प्रति माह, और {perConnection} प्रति माह',
  duty: 'विद्युत शुल्क',
  basis: 'दिनों की गिनती',
  roundedTo: 'बिल का पूर्णांकन',
  paisa: 'एक पैसे तक',
  rupees: 'पूरे रुपये तक',
}
