import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

test('A code from a pasted mail and a new password are seen only while the agent looks at them', async ({
  startDesk,
  owner,
}) => {
  const payload = owner.showResetCode();
  const desk = await startDesk({ hasCamera: false });
  const console = new Console(desk.page);
  const clipboard = () => desk.app.evaluate(({ clipboard }) => clipboard.readText());
  await console.createUnprotectedDatabase();
  await console.paste({ text: payload });
  await console.confirmOwner();
  await console.answer('DMSS reports success');
  const code = owner.sendToVendor(payload);
  await console.answer('The code has arrived');

  await test.step('the code is found in the mail, and masked once the field is left', async () => {
    await expect(console.securityCode).toBeFocused();
    await console.paste({ text: `Dear customer,\n\nSecurity code: ${code}\n\nIt is valid for 24 hours.` });
    await expect(console.securityCode).toHaveValue(code);
    await expect(desk.page.getByText('Taken from the pasted mail')).toBeVisible();
    await expect(console.securityCode).toHaveAttribute('type', 'text');
    await console.press('Escape');
    await expect(console.securityCode).toHaveAttribute('type', 'password');
  });

  await test.step('while it shows, the window is kept out of pictures of the screen where the system can', async () => {
    await desk.app.evaluate(({ BrowserWindow }) => {
      const told: boolean[] = [];
      Object.assign(globalThis, { contentProtection: told });
      BrowserWindow.prototype.setContentProtection = (isOn) => void told.push(isOn);
    });
    const told = () => desk.app.evaluate(() => Reflect.get(globalThis, 'contentProtection') as boolean[]);
    await console.press('r');
    await expect.poll(told).toEqual([true]);
    await console.press('p', 'r');
    await expect(desk.page.getByRole('list', { name: 'Spelling, in groups of four' })).toBeVisible();
    expect(await told()).toEqual([true]);
    await console.press('p');
    await expect.poll(told).toEqual([true, false]);
  });

  await test.step('marked, it does not stay where the middle mouse button pastes from; by Ctrl+C it is cleared too', async () => {
    const marked = () =>
      desk.app.evaluate(({ clipboard }) => {
        const readText: (kind?: string) => Promise<string> | string = clipboard.readText;
        return readText('selection');
      });
    await desk.page.getByText('Belongs to', { exact: true }).click({ clickCount: 3 });
    await expect.poll(marked).toContain('Belongs to');
    await console.press('r');
    await console.securityCode.click({ clickCount: 3 });
    await expect.poll(marked).toBe('');
    await console.press('Control+c');
    await expect(desk.page.getByText(/On the clipboard/)).toBeVisible();
    expect(await clipboard()).toBe(code);
    await desk.page.getByRole('button', { name: 'Clear now' }).click();
    await expect(desk.page.getByText('Taken off the clipboard.')).toBeVisible();
    await console.securityCode.focus();
    await console.press('Escape');
  });

  await test.step('in large type, with the words, until another window is in front', async () => {
    await console.press('l');
    const large = desk.page.getByRole('dialog', { name: 'Security code' });
    const spelled = large.getByRole('list', { name: 'Spelling, in groups of four' });
    await expect(spelled).toBeVisible();
    await large.getByText('Español').click();
    await expect(spelled.getByText(/^(?:mayúscula|minúscula|número) /).first()).toBeVisible();
    await desk.page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(spelled).toBeHidden();
    await expect(large.getByText('Hidden while another window is in front.')).toBeVisible();
    await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(spelled).toBeVisible();
    await console.press('Escape');
    await expect(large).toBeHidden();
  });

  await test.step('on the clipboard until it is cleared, and never at the cost of what came after', async () => {
    await console.press('y');
    await expect(desk.page.getByText(/On the clipboard/)).toBeVisible();
    expect(await clipboard()).toBe(code);
    await desk.page.getByRole('button', { name: 'Clear now' }).click();
    await expect(desk.page.getByText('Taken off the clipboard.')).toBeVisible();
    expect(await clipboard()).toBe('');

    await console.press('y');
    await expect(desk.page.getByText(/On the clipboard/)).toBeVisible();
    await desk.app.evaluate(({ clipboard }) => clipboard.writeText('an address the agent needs'));
    await desk.page.getByRole('button', { name: 'Clear now' }).click();
    await expect(desk.page.getByText('Something else was copied since')).toBeVisible();
    expect(await clipboard()).toBe('an address the agent needs');
  });

  await test.step('the password is masked, shown while R is held, and judged as it is typed', async () => {
    await console.answer('The device accepts it');
    const field = console.newPassword;
    await expect(field).toHaveAttribute('type', 'password');
    await expect(desk.page.getByText(/Made by chance, about \d\d bits: strong/)).toBeVisible();
    await desk.page.keyboard.down('r');
    await expect(field).toHaveAttribute('type', 'text');
    await desk.page.evaluate(() => new Promise((held) => setTimeout(held, 500)));
    await desk.page.keyboard.up('r');
    await expect(field).toHaveAttribute('type', 'password');

    // What is typed takes the place of the suggestion.
    await console.press('t');
    await desk.page.keyboard.insertText('Dahua2024');
    await expect(field).toHaveValue('Dahua2024');
    await expect(desk.page.getByText('Easy to guess: it has a common word, it has a year')).toBeVisible();
    await console.press('Escape', 'g');
    await expect(field).not.toHaveValue('Dahua2024');
  });
});
