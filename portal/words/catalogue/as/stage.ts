import type { stage as en } from '../en/stage.ts'
import type { Translation } from '../translation.ts'

export const stage: Translation<typeof en> = {
  issued: 'জাৰি',
  disputed: 'বিবাদিত',
  decided: 'সিদ্ধান্ত',
  upheld: 'বিল বাহাল',
  granted: 'অভিযোগ গৃহীত',
  corrected: 'সংশোধিত',
  credited: 'জমা কৰা হ’ল',
  paidBack: 'ঘূৰাই দিয়া হ’ল',
  addedTo: 'যোগ কৰা হ’ল',
  takenBack: 'পৰিশোধ উভতাই লোৱা হ’ল',
  settled: 'পৰিশোধিত',
  disputedBy: 'ইয়াৰ {amount}, কৰোঁতা: {who}',
  undecided: 'নিয়ামকে এতিয়াও সিদ্ধান্ত দিয়া নাই',
  stands: '{who}: বিল একেই থাকিব',
  toCorrect: '{who}: সংশোধন কৰিব লাগে',
  changedBy: '{change}, কৰোঁতা: {who}',
  because: '{amount}, {reason}',
  notYet: 'এতিয়াও নহয়',
  nothingLeft: 'একো দিবলগীয়া নাই',
}
