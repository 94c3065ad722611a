/** What a search text says about a customer who is not known yet. */
export interface CustomerText {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
}

/** At least five digits, with the signs that people group them by. */
const phoneShape = /\+?\d[\d\s()/.-]{3,}\d/;

/** The contract's limits, in characters. */
const limits = { name: 200, phone: 50, email: 254 };

/** Sorts what was typed into name, phone and mail address, so that nothing has to be typed twice. */
export function readCustomerText(text: string): CustomerText {
  const words = text.split(/\s+/);
  const email = words.find((word) => /^[^@]+@[^@]+$/.test(word)) ?? '';
  const withoutEmail = words.filter((word) => word !== email).join(' ');
  const phone = phoneShape.exec(withoutEmail)?.[0] ?? '';
  const name = withoutEmail.replace(phone, ' ').replace(/\s+/g, ' ').trim();
  return {
    name: name.slice(0, limits.name),
    phones: phone === '' ? [] : [phone.slice(0, limits.phone)],
    emails: email === '' ? [] : [email.slice(0, limits.email)],
  };
}
