import type { Picture } from '../../core/scan/types.ts';
import { drawResetQrPicture } from '../../core/testkit/draw-qr.ts';
import { blankPicture, keepOnly, paste } from '../../core/testkit/paint.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { desktopScreen, recorderScreen } from '../../core/testkit/scenes.ts';
import { webcamBurst } from '../../core/testkit/webcam.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';
import { expect, test } from '../fixtures/desk.ts';
import { recordFilm, writeGif, writeTiff, writeWebp } from '../fixtures/moving-files.ts';
import { Console } from '../pages/console.ts';

const SIZE = { width: 720, height: 480 };
/** Every picture of a film is looked at as thoroughly as a still. */
const LONG_WORK = { timeout: 60_000 };

/** A machine that has much else to do leaves pictures out of what it films. */
const LONG_ENOUGH_MS = 600;

/** A page with the code, and one without. */
function framesWith(payload: string): { readonly blank: Picture; readonly shown: Picture } {
  const shown = blankPicture(SIZE.width, SIZE.height, [230, 230, 230]);
  paste(shown, drawResetQrPicture(payload, { ecLevel: 'M', pixelsPerModule: 3 }), 120, 60);
  return { blank: blankPicture(SIZE.width, SIZE.height), shown };
}

/** As a customer films a monitor with a shaking hand. */
async function handheld(text: string): Promise<readonly Picture[]> {
  const random = createRandom(12);
  const scene = recorderScreen(random, { text, ecLevel: 'M' }, 4);
  const away = desktopScreen(random, 1280, 720).picture;
  return [away, ...(await webcamBurst(scene, 3, 3, random, async (picture) => picture)), away];
}

test('A film of the screen becomes a ticket, as WebM, MP4 and QuickTime', async ({ startDesk, owner }) => {
  test.slow();
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const frames = await handheld(payload);
  const mp4 = await recordFilm(desk.page, 'video/mp4;codecs=avc1', frames, LONG_ENOUGH_MS);
  const mov = Buffer.from(mp4);
  mov.write('qt  ', 8);
  const films = {
    'film.webm': await recordFilm(desk.page, 'video/webm;codecs=vp8', frames, LONG_ENOUGH_MS),
    'film.mp4': mp4,
    'film.mov': mov,
  };
  for (const [name, film] of Object.entries(films)) {
    // Named by what is in it: the types that come with files are often wrong.
    await console.dropFile(name, '', film);
    await expect(console.ticketHeading(1)).toBeVisible(LONG_WORK);
    await console.press('Escape');
    await expect(console.queueHeading).toBeVisible();
  }
});

test('A film without a code is explained by one picture, and reading it can be stopped', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const desks = Array.from({ length: 4 }, (_, seed) => desktopScreen(createRandom(seed), 1280, 720).picture);
  const film = await recordFilm(desk.page, 'video/webm;codecs=vp9', desks);

  await console.dropFile('desk.webm', 'video/webm', film);
  await expect(desk.page.getByText(/picture \d+ of \d+/)).toBeVisible();
  await expect(console.scanner.getByRole('figure')).toHaveCount(1, LONG_WORK);
  await expect(console.scanner.getByRole('figure')).toContainText(/desk\.webm, at 0:0\d/);
  await console.press('Escape');

  await console.dropFile('desk.webm', 'video/webm', film);
  await expect(desk.page.getByText(/picture \d+ of \d+/)).toBeVisible();
  await desk.page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(desk.page.getByText(/picture \d+ of \d+/)).toBeHidden();
  await expect(console.scanner).toBeHidden();
});

test('A code in a later frame of a GIF or WebP, or on a later page of a TIFF, becomes a ticket', async ({
  startDesk,
  owner,
}) => {
  const { blank, shown } = framesWith(owner.showResetCode());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const files = {
    'steps.gif': writeGif([blank, blank, shown, blank]),
    'steps.webp': writeWebp([blank, shown]),
    'fax.tif': writeTiff([blank, shown]),
    'single.gif': writeGif([shown]),
  };
  for (const [name, file] of Object.entries(files)) {
    await console.dropFile(name, '', file);
    await expect(console.ticketHeading(1)).toBeVisible();
    await console.press('Escape');
    await expect(console.queueHeading).toBeVisible();
  }
});

test('A code of which only the white modules are drawn, on nothing, becomes a ticket', async ({
  startDesk,
  owner,
}) => {
  const code = drawResetQrPicture(owner.showResetCode(), { ecLevel: 'M', pixelsPerModule: 3 });
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  for (const [kept, shade] of [
    ['light', 255],
    ['dark', 255],
    ['dark', 0],
  ] as const) {
    await console.dropFile('code.png', 'image/png', encodePicture(keepOnly(code, kept, shade), 'png'));
    await expect(console.ticketHeading(1)).toBeVisible();
    await console.press('Escape');
    await expect(console.queueHeading).toBeVisible();
  }
});

test('What cannot be read is named, with what to ask for', async ({ startDesk, owner }) => {
  owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const film = await recordFilm(desk.page, 'video/mp4;codecs=avc1', [blankPicture(320, 240)]);
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1');
  const files = [
    { name: 'photo.heic', file: heic, says: /HEIC photo.*as JPEG/ },
    { name: 'photo.jpg', file: heic, says: /photo\.jpg is a HEIC photo/ },
    {
      name: 'letter.docx',
      file: Buffer.from('PK\x03\x04..[Content_Types].xml'),
      says: /Office document.*PDF/,
    },
    { name: 'code.svg', file: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), says: /SVG drawing/ },
    { name: 'torn.tif', file: Buffer.from('II*\0\x08\0\0\0\xff\xff'), says: /could not be opened as a TIFF/ },
    { name: 'torn.gif', file: Buffer.from('GIF89a nothing more'), says: /could not be opened as a picture/ },
    { name: 'torn.mp4', file: film.subarray(0, 60), says: /video that cannot be played here.*screenshot/ },
    {
      name: 'phone.mov',
      file: Buffer.from(film.toString('latin1').replaceAll('avc1', 'hvc1'), 'latin1'),
      says: /a video in H\.265 \(HEVC\).*scan the screen/,
    },
  ];
  for (const { name, file, says } of files) {
    await console.dropFile(name, '', file);
    await expect(console.scanner).toContainText(says);
    await console.press('Escape');
    await expect(console.scanner).toBeHidden();
  }
});

test('A text in any wrapping becomes a ticket, pasted or dropped', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const lines = payload.match(/.{1,60}/g) ?? [];
  const backToQueue = async () => {
    await expect(console.ticketHeading(1)).toBeVisible();
    await console.press('Escape');
    await expect(console.queueHeading).toBeVisible();
  };

  await console.paste({ text: `QR: “${lines.join('\r\n> ')}”` });
  await backToQueue();
  await console.dropText({ 'text/plain': lines.join('\n') });
  await backToQueue();
  const words = lines.map((line) => `<div>${line.replaceAll('+', '&#43;')}</div>`).join('');
  await console.dropText({ 'text/html': `<p>Here it is:</p>${words}` });
  await backToQueue();
});

test('A picture dragged out of a browser is taken, but an address is never opened', async ({
  startDesk,
  owner,
}) => {
  const { shown } = framesWith(owner.showResetCode());
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const requests: string[] = [];
  desk.page.on('request', (request) => requests.push(request.url()));

  const address = 'https://pictures.example/reset.png';
  for (const dragged of [
    { 'text/uri-list': address, 'text/html': `<img src="${address}">`, 'text/plain': address },
    { 'text/html': `<a href="${address}"><img src="${address}" alt="Reset"></a>` },
    { 'text/uri-list': 'file:///home/kim/reset.png' },
  ]) {
    await console.dropText(dragged);
    await expect(console.scanner).toContainText('Only the address of a picture came');
    await expect(console.scanner).toContainText('Copy image');
    await console.press('Escape');
    await expect(console.scanner).toBeHidden();
  }
  const inside = `data:image/png;base64,${encodePicture(shown, 'png').toString('base64')}`;
  await console.dropText({ 'text/html': `<img src="${inside}">` });
  await expect(console.ticketHeading(1)).toBeVisible();
  expect(requests.filter((url) => url.startsWith('http') || url.startsWith('file'))).toEqual([]);
});
