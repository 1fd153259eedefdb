import { type DayNumber, wh } from '../../../../contracts/rules/units.ts'
import { enrol, later } from '../life.ts'
import type { Recipe } from '../situation.ts'
import { categories } from '../townTariffs.ts'

/** Sessions on the days on which the town is read and pays anyway; now and then two on one day. */
export const charging: Recipe = {
  key: 'charging-sessions',
  group: 'Charging stations',
  title: 'A charging station: every session is a bill',
  play: (account, town) => {
    const firstDay = later(town.end, -62)
    enrol(account, town, {
      category: categories.charging,
      load: 3_300n,
      perDay: 0n,
      firstDay,
      cycle: 0,
      daysToPay: 0,
    })
    let register = wh(0n)
    const charge = (day: DayNumber) => {
      register = wh(register + BigInt(account.draw.between(9_000, 42_000)))
      account.read(day, { present: register })
      account.settle(day, account.draw.pick(['upi', 'card', 'upi']))
    }
    for (let days = 3; days < 62; days += account.draw.pick([4, 7, 9])) {
      charge(later(firstDay, days))
      if (account.draw.chance(40)) charge(later(firstDay, days))
    }
    charge(town.end)
    return {
      sentence:
        'Each time a vehicle was charged, the meter signed its register and that made a bill, paid on the spot. A second session on the same day bears no fixed charge.',
      bill: account.bills.length,
    }
  },
}
