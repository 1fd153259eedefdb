export const sentence = {
  rateSet: '{tariff} set for {category}, in force from {day}',
  rateWithdrawn: '{tariff} of {category} withdrawn; it was to start on {day}',
  proposed: 'Terms proposed{own, select, yes {} other { to {whose}}}: {load}, {cycle}, from {day}',
  accepted: 'Terms accepted{own, select, yes {} other { for {whose}}}: {load}, {cycle}, from {day}',
  meter:
    'Meter {meter} installed{own, select, yes {} other { for {whose}}} on {day}, register at {register}',
  meterInPlace:
    'Meter {meter} installed{own, select, yes {} other { for {whose}}} on {day}, register at {register}, in place of one that was read out at {closing}; {carried} go into the next bill',
  estimate: 'Estimate of {energy}{own, select, yes {} other { for {whose}}} up to {day}: {bill}',
  final:
    'Final reading of {energy}{own, select, yes {} other { for {whose}}} on {day}, with evidence; it closes the account: {bill}',
  reading: 'Reading of {energy}{own, select, yes {} other { for {whose}}} on {day}, {kind}: {bill}',
  charge:
    '{charge} charged{anew, select, yes { anew} other {}}{own, select, yes {} other { to {whose}}} for {energy} in {days, plural, =0 {the same day} one {# day} other {# days}} at {tariff}, in {bill}',
  billed: '{amount} billed{own, select, yes {} other { to {whose}}} for {period}: {bill}',
  credited: '{amount} credited{own, select, yes {} other { to {whose}}} for {period}: {bill}',
  paid: '{amount} paid{own, select, yes {} other { by {whose}}}, {channel}; balance after it {balance}',
  reversed:
    'Payment of {amount}{own, select, yes {} other { by {whose}}}, {channel}, taken back: {reason}; balance after it {balance}',
  revised:
    '{bill}{own, select, yes {} other { of {whose}}} corrected, {reason}: now {energy}, {change}',
  disputed: '{amount} of {bill}{own, select, yes {} other { of {whose}}} disputed by the consumer',
  resolved:
    'Dispute of {bill}{own, select, yes {} other { of {whose}}} decided by the regulator: {outcome, select, stands {the bill stands} other {granted, the bill is to be corrected}}',
  adjustedDown:
    '{amount} credited{own, select, yes {} other { to {whose}}}, {reason}{named, select, yes {, for {bill}} other {}}',
  adjustedUp:
    '{amount} added{own, select, yes {} other { to {whose}}}, {reason}{named, select, yes {, for {bill}} other {}}',
  closed:
    '{month} closed: {billed} billed, {adjusted} adjusted, {paid} paid; {closing} owed by all accounts together',
  role: 'The key {key} {granted, select, yes {may act} other {may no longer act}} as {role}',
  swept: '{amount} of payments on the chain sent on to the board’s treasury',
} as const
