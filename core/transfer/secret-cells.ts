import { securityCodeName } from '../password/code-words.ts';
import type { FoundSecret } from '../privacy/found-secret.ts';
import { namesPassword } from '../privacy/named-secrets.ts';
import { findSecrets, withoutSecrets } from '../privacy/secrets-in-text.ts';

const isSecurityCodeName = new RegExp(securityCodeName, 'iu');

/**
 * The secrets in a cell: those that its own words give away, and what stands under a heading such as "Password". A plain "Code"
 * heads numbers of customers and articles, too, so it gives nothing away.
 */
function secretsOfCell(heading: string, cell: string): readonly FoundSecret[] {
  const own = findSecrets(cell);
  const name = own.length > 0 ? null : secretName(heading);
  if (name === null) return own;
  return findSecrets(name + cell).map(({ kind, from, to }) => ({
    kind,
    from: from - name.length,
    to: to - name.length,
  }));
}

function secretName(heading: string): string | null {
  if (namesPassword(heading)) return 'password: ';
  return isSecurityCodeName.test(heading) ? 'security code: ' : null;
}

export function hasSecret(heading: string, cell: string): boolean {
  return secretsOfCell(heading, cell).length > 0;
}

/** The cell as it may be shown, and written into another file. */
export function cellWithoutSecrets(heading: string, cell: string): string {
  return withoutSecrets(cell, secretsOfCell(heading, cell));
}
