import type { line as en } from '../en/line.ts'
import type { Translation } from '../translation.ts'

export const line: Translation<typeof en> = {
  all: 'सभी {limit} kWh',
  rest: 'शेष',
  first: 'पहले {limit} kWh',
  next: 'अगले {limit} kWh',
  fuel: 'ईंधन समायोजन',
  subsidy: 'सब्सिडी',
  fixedPerKW: 'भार पर स्थायी प्रभार',
  fixedPerConnection: 'कनेक्शन पर स्थायी प्रभार',
  duty: 'विद्युत शुल्क: {of}',
  dutyPerUnit: 'प्रति यूनिट विद्युत शुल्क',
  alreadyCharged: 'अनुमानित बिलों में पहले ही लगाया गया: बिल {bills}',
  rounding: 'पूर्णांकन',
  onEnergy: 'ऊर्जा',
  onFixed: 'स्थायी प्रभार',
  onFuel: 'ईंधन',
  onSubsidy: 'सब्सिडी घटाकर',
}
