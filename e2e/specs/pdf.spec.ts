import { expect, test } from '../fixtures/desk.ts';
import { writeLockedPdf, writePdf } from '../fixtures/pdf.ts';
import { Console } from '../pages/console.ts';

const TYPE = 'application/pdf';

test('A PDF with the reset code on its second page becomes a ticket', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  const requests: string[] = [];
  desk.page.on('request', (request) => requests.push(new URL(request.url()).protocol));

  await console.dropFile('letter.pdf', TYPE, writePdf(['', payload, '']));
  await expect(console.ticketHeading(1)).toBeVisible();
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.finishWithCode(owner.sendToVendor(payload));
  expect(requests.filter((protocol) => !['app:', 'blob:', 'data:'].includes(protocol))).toEqual([]);
});

test('Codes on several pages are offered with the page that each is on; a label beside the reset code names its device', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const { label } = owner.device.getState();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  const link = 'https://example.com/app';
  await console.dropFile('letter.pdf', TYPE, writePdf([link, payload, label.payload]));
  await expect(console.scanner).toContainText('2 codes found');
  await expect(console.scanner.getByRole('button', { name: /Reset code/ })).toContainText(
    'letter.pdf, page 2',
  );
  await expect(console.scanner.getByRole('button', { name: /Link/ })).toContainText('letter.pdf, page 1');
  await console.press('1');
  await expect(console.ticketHeading(1)).toBeVisible();
  await expect(console.context).toContainText(label.serial);
});

test('A PDF that can not be opened is told about, and the next one is read', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();

  await console.dropFile('secret.pdf', TYPE, writeLockedPdf());
  await expect(console.scanner).toContainText('secret.pdf is protected with a password');
  await console.dropFile('torn.pdf', TYPE, Buffer.from('%PDF-1.4\nno more of it'));
  await expect(console.scanner).toContainText('torn.pdf could not be opened as a PDF');
  await console.dropFile('empty.pdf', TYPE, writePdf(['', '']));
  await expect(console.scanner).toContainText('No QR code in 2 pictures');
  await console.dropFile('letter.pdf', TYPE, writePdf([payload]));
  await expect(console.ticketHeading(1)).toBeVisible();
});

test('Reading a long PDF can be stopped', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  await console.createUnprotectedDatabase();
  await console.dropFile('long.pdf', TYPE, writePdf(Array(200).fill('')));
  await expect(desk.page.getByText(/page \d+ of 200/)).toBeVisible();
  await desk.page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(desk.page.getByText(/page \d+ of 200/)).toBeHidden();
  await expect(console.scanner).toBeHidden();
});
