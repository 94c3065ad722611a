import { phonesIn } from '../../../../core/phone.ts';

/** What a search text says about a customer who is not known yet. */
export interface CustomerText {
  readonly name: string;
  readonly phones: string[];
  readonly emails: string[];
}

/** The contract's limits, in characters. */
const limits = { name: 200, phone: 50, email: 254 };

/** Sorts what was typed into name, phone and mail address, so that nothing has to be typed twice. */
export function readCustomerText(text: string): CustomerText {
  const words = text.normalize('NFKC').split(/\s+/);
  const email = words.find((word) => /^[^@]+@[^@]+$/.test(word)) ?? '';
  const withoutEmail = words.filter((word) => word !== email).join(' ');
  const [phone = ''] = phonesIn(withoutEmail);
  const name = withoutEmail.replace(phone, ' ').replace(/\s+/g, ' ').trim();
  return {
    name: name.slice(0, limits.name),
    phones: phone === '' ? [] : [phone.slice(0, limits.phone)],
    emails: email === '' ? [] : [email.slice(0, limits.email)],
  };
}
