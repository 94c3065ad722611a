import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const HOUR = 3_600_000;

/** A time as a mailbox shows it: of today, or with its day. */
function shown(at: number, day: Intl.DateTimeFormatOptions = {}): string {
  return new Intl.DateTimeFormat('en-US', { ...day, hour: 'numeric', minute: '2-digit' }).format(at);
}

test('A code whose mail came long ago is asked when it came, and its validity runs from there', async ({
  startDesk,
  owner,
}) => {
  test.slow();
  const first = await startDesk({ hasCamera: false });
  const { profile } = first;
  const before = new Console(first.page);
  await before.createUnprotectedDatabase();
  await before.paste({ text: owner.showResetCode() });
  await before.confirmOwner();
  await before.answer('DMSS reports success');
  await first.close();

  const { page } = await startDesk({ hasCamera: false, profile, timeShiftMs: 25 * HOUR });
  const console = new Console(page);
  await expect(console.ticketHeading(1)).toBeVisible();
  const now = Date.now() + 25 * HOUR;
  const question = page.getByRole('textbox', { name: 'When did it come?' });

  await test.step('the key that says so asks first, and Escape leaves all as it was', async () => {
    await console.press('Enter');
    await expect(question).toBeFocused();
    await expect(page.getByText(/^Just now: valid until .*\((?:24 h 00|23 h 59) min left\)/)).toBeVisible();
    await console.press('Escape');
    await expect(question).toBeHidden();
    await expect(console.stepHeading).toHaveText('Wait for the code');
  });

  await test.step('a time that can not be is told with its reason', async () => {
    await console.press('t');
    await question.fill('noon');
    await expect(page.getByText('This is not read as a time.')).toBeVisible();
    await question.fill(`1 Jan ${shown(now)}`);
    await expect(page.getByText('so it is an older mail')).toBeVisible();
    await expect(page.getByRole('button', { name: 'It came then' })).toBeDisabled();
  });

  await test.step('a mail of two hours ago leaves twenty-two', async () => {
    await question.fill(shown(now - 2 * HOUR));
    await expect(page.getByText(/valid until .*\((?:22 h 00|21 h 5\d) min left\)/)).toBeVisible();
    await console.press('Enter');
    await expect(console.stepHeading).toHaveText('Enter the security code');
    await expect(page.getByText(/\((?:22 h 00|21 h 5\d) min left\)/)).toBeVisible();
  });

  await test.step('taken back, and told as of a day ago: too old, and the next step is there', async () => {
    await console.press('Escape', 'Control+z');
    await expect(console.stepHeading).toHaveText('Wait for the code');
    await console.press('t');
    await question.fill(shown(now - 24.5 * HOUR, { day: 'numeric', month: 'short' }));
    await expect(page.getByText(/no longer valid since .*The next step gets a new one\./)).toBeVisible();
    await console.press('Enter');
    await expect(console.stepHeading).toHaveText('The code is too old');
  });

  await test.step('said to be younger after all, its time is asked for, and it is good again from then', async () => {
    await expect(page.getByRole('button', { name: /younger than 24 hours/ })).toBeHidden();
    await page.getByRole('button', { name: /It came later: say when/ }).click();
    await expect(question).toBeFocused();
    await expect(page.getByRole('button', { name: 'It came then' })).toBeDisabled();
    await question.fill(shown(now - 24.5 * HOUR, { day: 'numeric', month: 'short' }));
    await expect(page.getByText('By that time it is too old as well.')).toBeVisible();
    await question.fill(shown(now - 3 * HOUR));
    await console.press('Enter');
    await expect(console.stepHeading).toHaveText('Enter the security code');
    await expect(page.getByText(/\((?:21 h 00|20 h 5\d) min left\)/)).toBeVisible();
  });
});
