import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { isAbsolute, join } from 'node:path';
import { Refused } from './refused.ts';

/** How long is waited for a server: for its first and each further sign, and for a whole file. */
export interface Patience {
  readonly quietMs: number;
  readonly wholeMs: number;
}

/**
 * The bytes of a file at the place that an administrator named, as they come: a folder of this computer or its network, or a
 * server with https. No redirect is followed: whoever may lead us elsewhere was not named.
 *
 * @throws Refused when it can not be had
 */
export async function* readAtPlace(
  place: string,
  name: string,
  patience: Patience,
): AsyncGenerator<Uint8Array> {
  const source = isAbsolute(place) ? fromFolder(join(place, name)) : fromServer(place, name, patience);
  try {
    yield* source;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('unreachable');
  }
}

async function* fromFolder(file: string): AsyncGenerator<Uint8Array> {
  // A pipe or a device may have no end.
  if (!(await stat(file)).isFile()) throw new Refused('unreachable');
  yield* createReadStream(file);
}

async function* fromServer(place: string, name: string, patience: Patience): AsyncGenerator<Uint8Array> {
  const signal = AbortSignal.timeout(patience.wholeMs);
  const answer = await request(serverAddress(place, name), signal, patience.quietMs);
  try {
    const { statusCode = 0 } = answer;
    if (statusCode >= 300 && statusCode < 400) throw new Refused('redirected');
    if (statusCode !== 200) throw new Refused('unreachable');
    yield* answer;
    if (!answer.complete) throw new Refused('cut');
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(signal.aborted || isSlow(error) ? 'slow' : 'cut');
  } finally {
    answer.destroy();
  }
}

/** @throws Refused `insecure` for a server whose answers others can read and change on their way */
function serverAddress(place: string, name: string): URL {
  const url = URL.canParse(place) ? new URL(place.endsWith('/') ? place : `${place}/`) : null;
  const isOfThisComputer =
    url?.protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !isOfThisComputer)) throw new Refused('insecure');
  return new URL(name, url);
}

const SLOW = 'slow';

function request(url: URL, signal: AbortSignal, quietMs: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getSecure : getPlain;
    const asked = get(url, { signal, timeout: quietMs, headers: { 'cache-control': 'no-cache' } }, resolve);
    asked.on('timeout', () => asked.destroy(new Error(SLOW)));
    asked.on('error', (error) =>
      reject(new Refused(signal.aborted || isSlow(error) ? 'slow' : 'unreachable')),
    );
  });
}

function isSlow(error: unknown): boolean {
  return error instanceof Error && error.message === SLOW;
}
