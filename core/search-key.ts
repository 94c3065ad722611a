/** Letters that Unicode does not take apart into a base letter and a mark, as people type them without the mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
};

const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** A term of phone punctuation and digits only, such as "(0171)" or "555-12". */
const phoneTerm = /^[+()./-]*\d[\d()./-]*$/;

/**
 * Text as it is searched: lower case, without marks ("Łukasz Müller-Groß" is "lukasz muller gross"), words separated
 * by one space, nothing but letters and digits. Safe inside a LIKE pattern.
 */
export function searchKey(text: string): string {
  return (
    text
      // Dotted capital I would otherwise become an i with a mark of its own in lower case.
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
      .replace(/['’`]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** The digits of a phone number, however it was typed. */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** What a customer is found by: words of the name and the address, digits of the phone. */
export function customerSearchKey(customer: {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}): string {
  return [searchKey(customer.name), ...customer.phones.map(phoneDigits), ...customer.emails.map(searchKey)]
    .filter((part) => part !== '')
    .join(' ');
}

/** The parts of a search text; a record is found when it contains all of them. */
export function searchTerms(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((term) => (phoneTerm.test(term) ? [phoneDigits(term)] : searchKey(term).split(' ')))
    .filter((term) => term !== '');
}
