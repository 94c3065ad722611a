import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAYS = '2';

export interface TestAuthority {
  /** PEM. */
  readonly ca: string;
  /**
   * Makes a certificate.
   *
   * @param names as in a certificate's alternative names: `DNS:localhost`, `IP:127.0.0.1`
   * @returns the files, PEM both
   */
  issue(name: string, names: readonly string[]): { certificate: string; key: string };
}

/** A certificate authority of the tests, in a folder. Debian's PostgreSQL brings `openssl`. */
export function makeAuthority(folder: string): TestAuthority {
  const at = (file: string) => join(folder, file);
  openssl([
    'req',
    '-x509',
    ...newKey(at('ca.key')),
    '-out',
    at('ca.pem'),
    '-days',
    DAYS,
    '-subj',
    '/CN=ResetDesk tests',
  ]);
  return {
    ca: readFileSync(at('ca.pem'), 'utf8'),
    issue(name, names) {
      const files = { certificate: at(`${name}.pem`), key: at(`${name}.key`) };
      const extensions = at(`${name}.ext`);
      writeFileSync(extensions, `subjectAltName=${names.join(',')}\n`);
      openssl(['req', ...newKey(files.key), '-out', at(`${name}.csr`), '-subj', `/CN=${name}`]);
      const signing = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', DAYS];
      openssl([
        'x509',
        '-req',
        '-in',
        at(`${name}.csr`),
        ...signing,
        '-extfile',
        extensions,
        '-out',
        files.certificate,
      ]);
      return files;
    },
  };
}

function newKey(file: string): readonly string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', file];
}

function openssl(args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
