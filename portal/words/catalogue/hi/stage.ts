import type { stage as en } from '../en/stage.ts'
import type { Translation } from '../translation.ts'

export const stage: Translation<typeof en> = {
  issued: 'जारी',
  disputed: 'विवादित',
  decided: 'निर्णय',
  upheld: 'बिल बरक़रार',
  granted: 'शिकायत मान्य',
  corrected: 'संशोधित',
  credited: 'जमा किया गया',
  paidBack: 'लौटाया गया',
  addedTo: 'जोड़ा गया',
  takenBack: 'भुगतान वापस लिया गया',
  settled: 'चुकता',
  disputedBy: 'इसमें से {amount}, द्वारा: {who}',
  undecided: 'नियामक ने अभी निर्णय नहीं दिया है',
  stands: '{who}: बिल यथावत रहेगा',
  toCorrect: '{who}: संशोधित किया जाए',
  changedBy: '{change}, द्वारा: {who}',
  because: '{amount}, {reason}',
  notYet: 'अभी नहीं',
  nothingLeft: 'कुछ देय नहीं',
}
