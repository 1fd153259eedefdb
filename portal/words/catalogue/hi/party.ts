import type { party as en } from '../en/party.ts'
import type { Translation } from '../translation.ts'

export const party: Translation<typeof en> = {
  board: 'विद्युत बोर्ड',
  consumer: 'उपभोक्ता मंच',
  regulator: 'नियामक',
  sealedByNobody: 'किसी ने मुहर नहीं लगाई: यह अभ्यास की चेन है',
  sealedByUnknown: 'मुहर किसी अनजान कुंजी की है',
  sealedBy: 'मुहर: {parties}',
  tariffDesk: 'बोर्ड का टैरिफ़ विभाग',
  operations: 'बोर्ड का परिचालन विभाग',
  cashier: 'बोर्ड का कैशियर',
  role: 'भूमिका {role}',
  consumerKey: 'उपभोक्ता की कुंजी',
  key: 'कुंजी {key}',
}
