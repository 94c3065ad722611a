import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

/** Of the right length and in the device's characters, and never the one that it waits for. */
const WRONG = 'O0l1S5';

test('Code and password stay at hand until the login works, and the third refusal says to stop', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const payload = owner.showResetCode();
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: payload });
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  const code = owner.sendToVendor(payload);
  await console.answer('The code has arrived');

  await test.step('a refused code is there to be compared, with the tries that are left', async () => {
    await console.securityCode.fill(WRONG);
    await console.press('Escape');
    await console.answer('The device refuses it');
    await expect(console.stepHeading).toHaveText('The code is refused');
    await expect(page.getByText('Wrong tries: 1 of 5')).toBeVisible();
    await expect(page.getByText('4 more, and the device locks itself for 5 minutes.')).toBeVisible();
    await expect(console.securityCode).toHaveValue(WRONG);
    await expect(console.securityCode).toHaveAttribute('type', 'password');
    await console.press('p');
    await expect(page.getByText('Check with the customer, these are easily misread')).toBeVisible();
  });

  await test.step('the next step has it too, and the third refusal leads on to a new code', async () => {
    await console.answer('Try again');
    await expect(console.securityCode).toBeFocused();
    await expect(console.securityCode).toHaveValue(WRONG);
    await console.press('Escape');
    await console.answer('The device refuses it');
    await expect(page.getByText('Wrong tries: 2 of 5')).toBeVisible();
    await expect(console.stepHeading).toHaveText('The code is refused');
    await console.answer('Try again');
    await expect(console.securityCode).toBeFocused();
    await console.press('Escape');
    await console.answer('The device refuses it');
    await expect(console.stepHeading).toHaveText('The code is refused again and again');
    await expect(page.getByText('Wrong tries: 3 of 5')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ask for another code', exact: true })).toBeVisible();
  });

  await test.step('the password is there for the login, and gone once that worked', async () => {
    await console.answer('Try once more');
    await console.securityCode.fill(code);
    await console.press('Escape');
    await console.answer('The device accepts it');
    const password = await console.newPassword.inputValue();
    await console.answer('Saved');
    await expect(console.stepHeading).toHaveText('Log in with the new password');
    await expect(console.newPassword).toHaveValue(password);
    await console.answer('The login fails');
    await expect(console.newPassword).toHaveValue(password);
    await console.press('p');
    await expect(page.getByRole('list', { name: 'Spelling, in groups of four' })).toBeVisible();
    await console.answer('The login works now');
    await expect(console.stepHeading).toHaveText('Bring everything up to date');
    await expect(console.newPassword).toBeHidden();
    await console.press('Control+z');
    await expect(console.stepHeading).toHaveText('The login fails');
    await expect(console.newPassword).toBeHidden();
  });
});

test('A code does not outlive its ticket on the desk', async ({ startDesk, owner }) => {
  const payload = owner.showResetCode();
  const { page } = await startDesk({ hasCamera: false });
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.paste({ text: payload });
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await console.securityCode.fill(WRONG);
  await console.goTo('Queue');
  await console.openTicket(1);
  await expect(console.securityCode).toHaveValue('');

  await console.securityCode.fill(WRONG);
  await console.press('Escape');
  await console.answer('The device refuses it');
  await console.answer('Ask for another code with the same QR');
  await console.answer('DMSS reports success');
  await console.answer('The code has arrived');
  await expect(console.securityCode).toHaveValue('');
});
