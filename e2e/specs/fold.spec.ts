import type { Page } from 'playwright/test';
import type { Language } from '../../core/values.ts';
import { appPlaybooks } from '../../electron/cli/guidance.ts';
import { expect, test } from '../fixtures/desk.ts';
import { findBelowFold, openParked } from '../fixtures/fold.ts';
import { fullestOf, parkTickets, planParking } from '../fixtures/parked-tickets.ts';
import { Console } from '../pages/console.ts';

const usual = { width: 1280, height: 800 };
const small = { width: 1024, height: 640 };

/** Steps that only days bring about, of a device that was asked for too many codes. */
const ONLY_BY_THE_CLOCK = ['cameraWait'];

/** Long enough for the reminders to have come. */
const LATER_MS = 120_000;

test('Every step of every procedure is whole in sight, with all that can be due', async ({ startDesk }) => {
  test.setTimeout(400_000);
  const parking = planParking(appPlaybooks(), ONLY_BY_THE_CLOCK);
  expect(parking.unreached).toEqual([]);
  const plans = fullestOf(parking.plans);
  const first = await startDesk({ hasCamera: false });
  const console = new Console(first.page);
  await console.createUnprotectedDatabase();
  // Lists would be read anew with every ticket.
  await console.goTo('Settings');
  const [due, alsoDue, ...tickets] = await parkTickets(first.page, [...plans.slice(0, 2), ...plans]);
  for (const ticket of [due, alsoDue])
    await first.page.evaluate(
      (ticketId) => window.resetdesk.call('ticket.remind', { ticketId, minutes: 1 }),
      ticket?.id,
    );
  await first.close();

  const { page } = await startDesk({ hasCamera: false, profile: first.profile, timeShiftMs: LATER_MS });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(usual);
  const faults: string[] = [];
  let language: Language = 'en';
  for (const ticket of tickets) {
    await openParked(page, ticket);
    // Each begins with the language that the one before has ended with.
    const both: readonly Language[] = language === 'en' ? ['en', 'es'] : ['es', 'en'];
    for (const next of both) {
      await speak(page, next);
      language = next;
      for (const [demand, viewport] of [
        ['all', usual],
        ['least', small],
      ] as const) {
        await page.setViewportSize(viewport);
        for (const fault of await findBelowFold(page, demand))
          faults.push(`${ticket.name}, ${next}, ${viewport.width}x${viewport.height}: ${fault}`);
      }
      await page.setViewportSize(usual);
    }
  }
  await expect(page.getByText('+1', { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByText(/Trial|Versión de prueba/)).toBeAttached();
  expect(faults).toEqual([]);
});

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((to) => window.resetdesk.call('settings.update', { language: to }), language);
  await page.waitForFunction((to) => document.documentElement.lang === to, language);
}
