import AxeBuilder from '@axe-core/playwright';
import { type Desk, expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

/** As the system does when a link is followed while ResetDesk runs: a second start, whose command line comes to the first. */
async function follow({ app }: Desk, link: string): Promise<void> {
  await app.evaluate(
    ({ app: running }, argv) => running.emit('second-instance', {}, argv, '/', {}),
    ['/opt/ResetDesk/resetdesk', link],
  );
}

test('A link of the telephone system fills in who is calling, with one key, and writes nothing before it', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.enterCustomer('Ana Muñoz', '+34 600 123 456');
  await console.goTo('Queue');

  await follow(desk, 'resetdesk://new?phone=%2B34600123456&name=Munoz+Ana+mobile');
  const question = page.getByRole('dialog', { name: 'A link was followed' });
  await expect(question).toContainText('Open a new ticket for Munoz Ana mobile, +34600123456?');
  const faults = (await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze())
    .violations;
  expect(faults.map(({ id }) => id)).toEqual([]);
  await expect(console.rows).toHaveCount(1);
  await expect(question.getByRole('button', { name: 'Open the ticket' })).toBeEnabled();
  await console.press('Enter');
  await expect(console.ticketHeading(2)).toBeVisible();
  const caller = console.callerLine;
  await expect(caller).toHaveValue('+34600123456');
  await expect(caller).toBeFocused();

  await test.step('a name that the desk does not know stands beside its number', async () => {
    await follow(desk, 'resetdesk://new?phone=030123456&name=Kai%20Wolf');
    await expect(question).toContainText('It leaves this ticket');
    await expect(question.getByRole('button', { name: 'Open the ticket' })).toBeEnabled();
    await console.press('Enter');
    await expect(console.ticketHeading(3)).toBeVisible();
    await expect(caller).toHaveValue('Kai Wolf 030123456');
  });

  await test.step('Escape leaves everything as it was', async () => {
    await follow(desk, 'resetdesk://new?phone=0301');
    await expect(question).toBeVisible();
    await console.press('Escape');
    await expect(question).toBeHidden();
    await expect(console.ticketHeading(3)).toBeVisible();
  });
});

test('A link goes to its ticket, asks before another one is left, and what is no link of ours is told', async ({
  startDesk,
}) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createUnprotectedDatabase();
  await console.startTicket(1);
  await console.goTo('Queue');
  await console.startTicket(2);
  const question = page.getByRole('dialog', { name: 'A link was followed' });

  await follow(desk, 'resetdesk://ticket/1');
  await expect(question).toContainText('Leave this ticket and go to ticket 1?');
  await expect(question.getByRole('button', { name: 'Go there' })).toBeEnabled();
  await console.press('Enter');
  await expect(console.ticketHeading(1)).toBeVisible();

  await console.goTo('Queue');
  await follow(desk, 'resetdesk://ticket/2');
  await expect(console.ticketHeading(2)).toBeVisible();

  await follow(desk, 'resetdesk://ticket/77');
  await expect(question).toContainText('There is no ticket 77 on this desk.');
  await console.press('Escape');
  await follow(desk, 'resetdesk://new?name=%3Cscript%3Ealert(1)%3C/script%3E');
  await expect(question).toContainText('not one that ResetDesk understands');
  await console.press('Escape');
  await follow(desk, 'resetdesk://scan');
  await expect(console.scanner).toBeVisible();
});

test('A locked desk keeps a link until it is open again', async ({ startDesk }) => {
  const desk = await startDesk({ hasCamera: false });
  const { page } = desk;
  const console = new Console(page);
  await console.createDatabaseWithPassphrase('three purple boats sail home');
  await console.press('Control+l');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await follow(desk, 'resetdesk://new?phone=030123456');
  await page.getByLabel('Passphrase', { exact: true }).fill('three purple boats sail home');
  await console.press('Enter');
  await expect(page.getByRole('dialog', { name: 'A link was followed' })).toContainText('030123456');
});
