import type { sentence as en } from '../en/sentence.ts'
import type { Translation } from '../translation.ts'

export const sentence: Translation<typeof en> = {
  rateSet: '{category}ৰ বাবে {tariff} নিৰ্ধাৰিত, {day}ৰ পৰা বলবৎ',
  rateWithdrawn: '{category}ৰ {tariff} প্ৰত্যাহাৰ কৰা হ’ল; ই {day}ৰ পৰা আৰম্ভ হ’বলগীয়া আছিল',
  proposed:
    '{own, select, yes {চৰ্ত প্ৰস্তাৱিত} other {{whose}লৈ চৰ্ত প্ৰস্তাৱিত}}: {load}, {cycle}, {day}ৰ পৰা',
  accepted:
    '{own, select, yes {চৰ্ত গৃহীত} other {{whose}ৰ বাবে চৰ্ত গৃহীত}}: {load}, {cycle}, {day}ৰ পৰা',
  meter:
    '{own, select, yes {} other {{whose}ৰ বাবে }}মিটাৰ {meter} {day} তাৰিখে লগোৱা হ’ল, ৰেজিষ্টাৰ {register}',
  meterInPlace:
    '{own, select, yes {} other {{whose}ৰ বাবে }}মিটাৰ {meter} {day} তাৰিখে লগোৱা হ’ল, ৰেজিষ্টাৰ {register}; পুৰণি মিটাৰ {closing}ত পঢ়া হৈছিল; {carried} পৰৱৰ্তী বিলত যাব',
  estimate: '{own, select, yes {} other {{whose}ৰ বাবে }}{day}লৈকে {energy} অনুমান: {bill}',
  final:
    '{own, select, yes {} other {{whose}ৰ বাবে }}{day} তাৰিখে {energy} অন্তিম ৰিডিং, সাক্ষ্যসহ; ইয়াৰে একাউণ্ট বন্ধ হয়: {bill}',
  reading:
    '{own, select, yes {} other {{whose}ৰ বাবে }}{day} তাৰিখে {energy} ৰিডিং, {kind}: {bill}',
  charge:
    '{own, select, yes {} other {{whose}ৰ ওপৰত }}{charge} মাচুল{anew, select, yes { পুনৰ} other {}}: {days, plural, =0 {একে দিনত} one {# দিনত} other {# দিনত}} {energy}ৰ বাবে {tariff} অনুসৰি, {bill}ত',
  billed: '{own, select, yes {} other {{whose}লৈ }}{period}ৰ বাবে {amount} বিল: {bill}',
  credited: '{own, select, yes {} other {{whose}লৈ }}{period}ৰ বাবে {amount} জমা: {bill}',
  paid: '{own, select, yes {} other {{whose}ৰ পৰা }}{amount} পৰিশোধ, {channel}; ইয়াৰ পিছত বাকী {balance}',
  reversed:
    '{own, select, yes {} other {{whose}ৰ পৰা }}{amount} পৰিশোধ, {channel}, উভতাই লোৱা হ’ল: {reason}; ইয়াৰ পিছত বাকী {balance}',
  revised:
    '{own, select, yes {} other {{whose}ৰ }}{bill} সংশোধিত, {reason}: এতিয়া {energy}, {change}',
  disputed: 'গ্ৰাহকে {own, select, yes {} other {{whose}ৰ }}{bill}ৰ {amount} লৈ বিবাদ তুলিছে',
  resolved:
    '{own, select, yes {} other {{whose}ৰ }}{bill}ৰ বিবাদত নিয়ামকৰ সিদ্ধান্ত: {outcome, select, stands {বিল একেই থাকিব} other {অভিযোগ গৃহীত, বিল সংশোধন কৰিব লাগে}}',
  adjustedDown:
    '{own, select, yes {} other {{whose}লৈ }}{amount} জমা, {reason}{named, select, yes {, {bill}ৰ বাবে} other {}}',
  adjustedUp:
    '{own, select, yes {} other {{whose}ৰ ওপৰত }}{amount} যোগ কৰা হ’ল, {reason}{named, select, yes {, {bill}ৰ বাবে} other {}}',
  closed:
    '{month} বন্ধ: বিল {billed}, সমন্বয় {adjusted}, পৰিশোধ {paid}; সকলো একাউণ্টৰ মুঠ দিবলগীয়া {closing}',
  role: 'চাবি {key} {granted, select, yes {এই ভূমিকাত কাম কৰিব পাৰে} other {এই ভূমিকাত আৰু কাম কৰিব নোৱাৰে}}: {role}',
  swept: 'চেইনত হোৱা পৰিশোধৰ {amount} পৰিষদৰ কোষাগাৰলৈ পঠোৱা হ’ল',
}
