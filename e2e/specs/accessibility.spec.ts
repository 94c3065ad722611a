import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';
import { PracticeWindow } from '../pages/practice-window.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen in the ${theme} theme`, async ({ startDesk, owner }) => {
    test.slow();
    const payload = owner.showResetCode();
    const desk = await startDesk();
    const { page } = desk;
    const console = new Console(page);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'first start');
    await console.createUnprotectedDatabase();
    await expectAccessible(page, 'empty queue');

    for (const tab of ['Camera', 'Screen', 'File', 'Paste'] as const) {
      await console.openScanner(tab);
      await expectAccessible(page, `scanner, ${tab}`);
      await console.press('Escape');
      await expect(console.scanner).toBeHidden();
    }

    await console.paste({ text: payload });
    await expect(console.stepHeading).toHaveText('Who is calling?');
    await expectAccessible(page, 'ownership');
    await console.confirmOwner();
    await expect(console.cleanCode).toBeVisible();
    await expectAccessible(page, 'send by DMSS');
    for (const [key, name] of [
      ['x', 'Message to the customer'],
      ['h', 'Print for the customer'],
      ['z', 'In DMSS'],
    ] as const) {
      await console.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await expectAccessible(page, name);
      await console.press('Escape');
    }
    await console.showCleanCode();
    await expectAccessible(page, 'clean code');
    await console.press('Escape');
    await console.answer('Send it by e-mail instead');
    await expectAccessible(page, 'send by mail');
    await console.answer('Use DMSS instead');
    await console.answer('DMSS reports success');
    await expectAccessible(page, 'wait');
    await console.answer('The code has arrived');
    await console.securityCode.fill('aB3lO0Z2');
    await expectAccessible(page, 'security code');
    await console.answer('The device accepts it');
    await expect(console.newPassword).toBeVisible();
    await expectAccessible(page, 'new password');
    await console.answer('Saved');
    await console.answer('The login works');
    await console.answer('The customer does it later');
    await expectAccessible(page, 'close');
    await console.answer('Solved, close the ticket');
    await expectAccessible(page, 'solved');
    await page.getByRole('link', { name: 'Queue' }).click();
    await page.getByRole('tab', { name: /^Closed/ }).click();
    await expectAccessible(page, 'queue');
    await console.goTo('Messages');
    await expectAccessible(page, 'messages');
    await page.getByRole('link', { name: 'Settings' }).click();
    await expectAccessible(page, 'settings');

    const practice = await PracticeWindow.open(desk.app, page);
    await practice.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await practice.showResetCode();
    await expectAccessible(practice.page, 'practice device');
  });

  test(`axe finds nothing on the pages of customers and devices in the ${theme} theme`, async ({
    startDesk,
  }) => {
    const { page } = await startDesk({ hasCamera: false });
    const console = new Console(page);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await console.createUnprotectedDatabase();
    await console.goTo('Customers');
    await expect(page.getByText('No customers yet')).toBeVisible();
    await expectAccessible(page, 'no customers');
    for (const [name, serial] of [
      ['Anna Kowalska', '4G0A1B2PAZ0001'],
      ['A. Kowalska', '4GOA1B2PAZ0001'],
    ] as const) {
      await console.goTo('Queue');
      await console.press('n');
      await console.enterCustomer(name, '+49 30 123456');
      await console.edit('Device', 'Serial number');
      await console.context.getByLabel('Serial number').fill(serial);
      await expect(page.getByRole('region', { name: 'Last change' })).toBeVisible();
      await expectAccessible(page, `ticket of ${name}`);
      await console.press('Enter');
      await expect(console.context.getByText(serial)).toBeVisible();
    }
    await console.context.getByRole('link', { name: 'All entries' }).click();
    await expect(page.getByText(/The trail is whole/)).toBeVisible();
    await expectAccessible(page, 'trail of a ticket');

    for (const [list, name, title] of [
      ['Customers', 'Anna Kowalska', 'Merge two customers'],
      ['Devices', '4G0A1B2PAZ0001', 'Merge two devices'],
    ] as const) {
      await console.goTo(list);
      await expect(console.recordLinks(list)).toHaveCount(2);
      await expectAccessible(page, list);
      await console.recordLinks(list).filter({ hasText: name }).click();
      await page.getByRole('button', { name: 'Show all entries' }).click();
      await expect(page.getByText(/The trail is whole/)).toBeVisible();
      await expectAccessible(page, name);
      await page.getByRole('button', { name: 'Compare and merge' }).click();
      await expect(page.getByRole('dialog', { name: title }).getByRole('radio').first()).toBeVisible();
      await expectAccessible(page, title);
      await console.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
}
