import type { guard as en } from '../en/guard.ts'
import type { Translation } from '../translation.ts'

export const guard: Translation<typeof en> = {
  tooManyTitle: 'यहाँ से बहुत अधिक अनुरोध आए',
  tooMany:
    'यह पोर्टल एक पते से प्रति मिनट {perMinute, plural, one {# अनुरोध} other {# अनुरोधों}} का उत्तर देता है; आपके पते से इससे अधिक आए।',
  tooManyAdvice:
    '{seconds, plural, one {# सेकंड} other {# सेकंड}} रुकें, फिर यह पृष्ठ दोबारा खोलें। जिसे बहुत कुछ चाहिए, वह पूरी सूचियाँ CSV में या सब कुछ फ़ाइलों में ले।',
  tooLongTitle: 'यह पता बहुत लंबा है',
  tooLong:
    'इसमें {length, number} चिह्न हैं; इस पोर्टल के किसी पृष्ठ के पते में {longest, number} से अधिक नहीं होते।',
  tooLongAdvice: 'इसे छोटा करें, या जो चाहिए उसे खोजें।',
  takesNothingTitle: 'यह पोर्टल कुछ भी स्वीकार नहीं करता',
  takesNothing: 'अनुरोध अपने साथ कुछ लाया है, जो यहाँ का कोई पृष्ठ नहीं माँगता।',
  takesNothingAdvice: 'बिना किसी सामग्री के फिर से पूछें।',
  onlyReadsTitle: 'यह पोर्टल केवल पढ़ता है',
  onlyReads: 'यहाँ {method} का उत्तर नहीं दिया जाता।',
  onlyReadsAdvice:
    'प्रविष्टियाँ कुंजी से, हस्ताक्षर करने वाली कमांड लाइन द्वारा दर्ज होती हैं; पृष्ठ GET से माँगे जाते हैं।',
}
