import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FEED_FILE, type Feed, PRODUCT } from '../../../core/update/feed.ts';
import type { UpdateEntry, UpdateRefusal, UpdateState } from '../../../core/update/update-state.ts';
import { Updates } from './updates.ts';

const ours = generateKeyPairSync('ed25519');
const others = generateKeyPairSync('ed25519');
const publicKey = ours.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const PACKAGE = Buffer.from('what an installer would install'.repeat(100));
const NAME = 'resetdesk_1.2.4.deb';

const goodFeed: Feed = {
  product: PRODUCT,
  version: '1.2.4',
  packages: [
    {
      platform: 'linux',
      arch: 'x64',
      kind: 'deb',
      name: NAME,
      bytes: PACKAGE.length,
      sha256: createHash('sha256').update(PACKAGE).digest('hex'),
    },
  ],
};
const [goodPackage] = goodFeed.packages;
const signed = (content: unknown, key = ours) => {
  const feed = JSON.stringify(content);
  return JSON.stringify({
    feed,
    signature: sign(null, Buffer.from(feed), key.privateKey).toString('base64'),
  });
};
const withPackage = (change: object) => ({ ...goodFeed, packages: [{ ...goodPackage, ...change }] });

let server: Server;
let answer: RequestListener = () => undefined;
let folder = '';
let entries: UpdateEntry[] = [];
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resetdesk-update-'));
  entries = [];
  return () => rmSync(folder, { recursive: true, force: true });
});

const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Looks, and fetches what is found, as an agent would who presses every button. */
async function takeAll(place = here()): Promise<UpdateState> {
  const managedFile = join(folder, 'managed.json');
  writeFileSync(managedFile, JSON.stringify({ updateFeed: place }));
  const updates = new Updates({
    program: { publicKey, version: '1.2.3', platform: 'linux', arch: 'x64', kind: 'deb' },
    managedFile,
    folder: join(folder, 'updates'),
    patience: { quietMs: 150, wholeMs: 600 },
    onState: () => undefined,
    note: (entry) => entries.push(entry),
  });
  const looked = await updates.look();
  return looked.state === 'found' ? await updates.fetch() : looked;
}

/** What the server says for the feed, and for the package. */
function serve(feed: string | Buffer, content: Buffer = PACKAGE): void {
  answer = (request, response) => response.end(request.url === `/${FEED_FILE}` ? feed : content);
}

async function expectRefused(reason: UpdateRefusal, place?: string): Promise<void> {
  const state = await takeAll(place);
  expect(state).toMatchObject({ state: 'refused', reason });
  expect(entries).toEqual([expect.objectContaining({ type: 'updateRefused', reason })]);
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((name) => !['managed.json', 'updates'].includes(name))).toEqual([]);
}

const text = signed(goodFeed);
const parsed: { feed: string; signature: string } = JSON.parse(text);
const flipped = (value: string, at: number) =>
  `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
const resigned = (change: object) => JSON.stringify({ ...parsed, ...change });

describe('the good feed', () => {
  it('is fetched, checked, and kept for whoever installs it', async () => {
    serve(text);
    const state = await takeAll();
    expect(state).toMatchObject({ state: 'ready', version: '1.2.4', kind: 'deb' });
    expect(entries).toEqual([{ type: 'updateFetched', version: '1.2.4' }]);
    expect(readdirSync(join(folder, 'updates'))).toEqual([NAME]);
  });

  it('is as good from a folder', async () => {
    const share = mkdtempSync(join(tmpdir(), 'resetdesk-share-'));
    writeFileSync(join(share, FEED_FILE), text);
    writeFileSync(join(share, NAME), PACKAGE);
    expect(await takeAll(share)).toMatchObject({ state: 'ready' });
    rmSync(share, { recursive: true });
  });

  it('of this very version is nothing new, and no refusal', async () => {
    serve(signed({ ...goodFeed, version: '1.2.3' }));
    expect(await takeAll()).toMatchObject({ state: 'current' });
    expect(entries).toEqual([]);
  });
});

describe('of feeds that are not ours none is taken', () => {
  const signatures = [
    ...Array.from({ length: 20 }, (_, index) =>
      resigned({ signature: flipped(parsed.signature, index * 4) }),
    ),
    ...Array.from({ length: 20 }, (_, index) => resigned({ feed: flipped(parsed.feed, index * 7) })),
    signed(goodFeed, others),
    resigned({ feed: parsed.feed.replace('1.2.4', '9.9.9') }),
    resigned({ signature: '' }),
    resigned({ signature: 'AAAA' }),
    resigned({ feed: `${parsed.feed} ` }),
  ];
  it.each(signatures.map((feed, index) => [index, feed] as const))('signature %i', async (_, feed) => {
    serve(feed);
    await expectRefused('wrongSignature');
  });

  const shapes = [
    '',
    'null',
    '[]',
    '{}',
    '<html>Sign in</html>',
    text.slice(0, 100),
    resigned({ extra: 1 }),
    resigned({ signature: 7 }),
    resigned({ signature: '***' }),
    signed({ ...goodFeed, extra: 1 }),
    signed({ ...goodFeed, version: '1.2' }),
    signed({ ...goodFeed, version: '1.2.4-beta' }),
    signed({ ...goodFeed, packages: [] }),
    signed('text'),
    signed(withPackage({ name: '../../.bashrc' })),
    signed(withPackage({ name: '/etc/passwd' })),
    signed(withPackage({ name: '.hidden' })),
    signed(withPackage({ name: 'a\u0000b' })),
    signed(withPackage({ bytes: -1 })),
    signed(withPackage({ bytes: 5e12 })),
    signed(withPackage({ sha256: 'short' })),
  ];
  it.each(shapes.map((feed, index) => [index, feed] as const))('shape %i', async (_, feed) => {
    serve(feed);
    await expectRefused('notAFeed');
  });

  it.each(['app.other', 'app.resetdesk', 'APP.RESETDESK.CONSOLE', ''])('product "%s"', async (product) => {
    serve(signed({ ...goodFeed, product }));
    await expectRefused('foreignProduct');
  });

  it.each(['1.2.2', '1.1.99', '0.99.99', '0.0.0', '1.2.0'])('older version %s', async (version) => {
    serve(signed({ ...goodFeed, version }));
    await expectRefused('older');
  });

  it.each([{ platform: 'win32' }, { arch: 'arm64' }, { kind: 'rpm' }])('package for %o', async (change) => {
    serve(signed(withPackage(change)));
    await expectRefused('noPackage');
  });
});

describe('of packages that are not what was signed none is taken', () => {
  const damaged = Array.from({ length: 12 }, (_, index) => {
    const copy = Buffer.from(PACKAGE);
    copy.writeUInt8(copy.readUInt8(index * 200) ^ 1, index * 200);
    return copy;
  });
  it.each(damaged.map((content, index) => [index, content] as const))(
    'flipped bit %i',
    async (_, content) => {
      serve(text, content);
      await expectRefused('wrongHash');
    },
  );

  it.each([0, 1, PACKAGE.length - 1])('cut after %i bytes', async (length) => {
    serve(text, PACKAGE.subarray(0, length));
    await expectRefused('cut');
  });

  it.each([1, 100_000])('longer by %i bytes', async (more) => {
    serve(text, Buffer.concat([PACKAGE, Buffer.alloc(more)]));
    await expectRefused('tooLarge');
  });
});

describe('of servers that do not answer as they should nothing is taken', () => {
  it.each([301, 302, 303, 307, 308])('redirect %i, to another host or not', async (status) => {
    asked.length = 0;
    answer = (_request, response) => response.writeHead(status, { location: '/elsewhere' }).end();
    await expectRefused('redirected');
    expect(asked).toEqual([`/${FEED_FILE}`]);
  });

  it.each([204, 401, 403, 404, 500, 503])('status %i', async (status) => {
    answer = (_request, response) => response.writeHead(status).end();
    await expectRefused('unreachable');
  });

  it('a feed without an end', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(5_000_000, ' '));
    await expectRefused('tooLarge');
  });

  it('silence', async () => {
    answer = () => undefined;
    await expectRefused('slow');
  });

  it('a byte now and then', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 40);
      response.once('close', () => clearInterval(drip));
    };
    await expectRefused('slow');
  });

  it('an end before the length that was promised', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      setTimeout(() => response.destroy(), 20);
    };
    await expectRefused('cut');
  });

  it.each([
    'http://updates.example.com/',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'relative/folder',
    'http://127.0.0.1.example.com/',
  ])('the place %s', async (place) => {
    await expectRefused('insecure', place);
  });

  it('a folder that is not there', async () => {
    await expectRefused('unreachable', '/nowhere/at/all');
  });
});
