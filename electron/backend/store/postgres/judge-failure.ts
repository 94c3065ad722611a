import type { Finding } from './finding.ts';

type Judged = Omit<Finding, 'seen'> & { readonly seen: (at: string, detail: string) => string };

const NOT_REACHED: Judged = {
  point: 'host',
  seen: (at) => `${at} does not answer.`,
  advice:
    'Check that PostgreSQL runs there, that `listen_addresses` and the firewall let this computer in, and the port.',
};

const UNKNOWN_NAME: Judged = {
  point: 'host',
  seen: (at) => `The name of ${at} is not known to this network.`,
  advice: 'Check how it is spelled, and that this computer uses the DNS server that knows it.',
};

const UNKNOWN_ISSUER: Judged = {
  point: 'tls',
  seen: (at, detail) => `The certificate of ${at} is not signed by the authority that was given (${detail}).`,
  advice: "Give the certificate of the authority that signed the server's one.",
};

const REFUSED_LOGIN: Judged = {
  point: 'login',
  seen: (at) => `${at} does not know this user with this password.`,
  advice: 'Check both; a person who was revoked needs a new invitation under another name.',
};

/** By the code of Node (network, TLS) or the SQLSTATE of the server. */
const BY_CODE: Readonly<Record<string, Judged>> = {
  ENOTFOUND: UNKNOWN_NAME,
  EAI_AGAIN: UNKNOWN_NAME,
  ECONNREFUSED: NOT_REACHED,
  ECONNRESET: NOT_REACHED,
  ETIMEDOUT: NOT_REACHED,
  EHOSTUNREACH: NOT_REACHED,
  ENETUNREACH: NOT_REACHED,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_ISSUER,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
  CERT_SIGNATURE_FAILURE: UNKNOWN_ISSUER,
  CERT_HAS_EXPIRED: {
    point: 'tls',
    seen: (at) => `The certificate of ${at} has expired.`,
    advice: 'Renew it on the server, and look at the clock of this computer.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    point: 'tls',
    seen: (at) => `The certificate of ${at} is for another name.`,
    advice: 'Give the name that stands in the certificate, or put this one into it.',
  },
  '28P01': REFUSED_LOGIN,
  '28000': {
    point: 'login',
    seen: (at, detail) => `${at} lets this user not in (${detail}).`,
    advice:
      'The user must be allowed to log in, and `pg_hba.conf` needs a `hostssl` line that lets it in by `scram-sha-256`.',
  },
  '3D000': {
    point: 'database',
    seen: (at, detail) => `${at} has no such database (${detail}).`,
    advice: 'Check its name, or create it: `createdb NAME`.',
  },
  '42501': {
    point: 'role',
    seen: (at, detail) => `${at} refuses this user the database (${detail}).`,
    advice: 'Only whom an administrator invited may connect: `npm run team -- invite`.',
  },
  '53300': {
    point: 'host',
    seen: (at) => `${at} has no connection left.`,
    advice: 'Raise `max_connections`, or the connection limit of this user.',
  },
  '57P03': {
    point: 'host',
    seen: (at, detail) => `${at} is not ready (${detail}).`,
    advice: 'Try again in a moment.',
  },
};

/** What the driver says in words only. */
const BY_MESSAGE: readonly (readonly [RegExp, Judged])[] = [
  [/timeout expired/, NOT_REACHED],
  [/terminated unexpectedly/, NOT_REACHED],
  [
    /does not support SSL/,
    {
      point: 'tls',
      seen: (at) => `${at} does not speak TLS.`,
      advice: 'Set `ssl = on` on the server with a certificate; ResetDesk never connects without.',
    },
  ],
];

/**
 * What a failed connection to a server means.
 *
 * @param at the server, as it is shown
 * @returns null for what is none of the failures that are to be expected
 */
export function judgeFailure(error: unknown, at: string): Finding | null {
  const { code, message } = partsOf(error);
  const judged = BY_CODE[code] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  if (judged === undefined) return null;
  return { point: judged.point, seen: judged.seen(at, message), advice: judged.advice };
}

function partsOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  // Several addresses of one name were tried in vain; each has its own failure.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  return { code, message: first instanceof Error ? first.message : error.message };
}
