import type { Page } from 'playwright/test';
import { findStep } from '../../core/playbook/engine.ts';
import { appPlaybooks } from '../../electron/cli/guidance.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/desk.ts';
import { Console } from '../pages/console.ts';

const words = {
  en: {
    unprotected: 'Unprotected on this computer',
    create: 'Create the database',
    name: 'Your name',
    step: 'Current step',
    settings: 'Settings',
    opened: 'E-mail address that the customer opens',
    differs: 'The code may be in another account',
    brands: 'Which brand is on the device?',
    contradicted: 'Where devices did not do what the source says',
  },
  es: {
    unprotected: 'Sin protección en esta computadora',
    create: 'Crear la base de datos',
    name: 'Su nombre',
    step: 'Paso actual',
    settings: 'Ajustes',
    opened: 'Dirección de correo que abre el cliente',
    differs: 'El código puede estar en otra cuenta',
    brands: '¿Qué marca lleva el dispositivo?',
    contradicted: 'Dispositivos que no hicieron lo que dice la fuente',
  },
} as const;

const small = { width: 1024, height: 640 };
const usual = { width: 1280, height: 800 };
/** What is left of the usual window when everything is shown twice as large. */
const zoomed = { width: 640, height: 400 };

for (const language of ['en', 'es'] as const) {
  const say = words[language];

  test(`What an agent meets beside the usual way is accessible and fits, in ${language}`, async ({
    startDesk,
    owner,
  }, testInfo) => {
    test.setTimeout(300_000);
    const { page } = await startDesk({ hasCamera: false, computerLanguage: language });
    const console = new Console(page);
    const heading = page.getByRole('region', { name: say.step }).getByRole('heading', { level: 2 });
    const answer = (playbookId: string, stepId: string, answerId: string) =>
      console.answer(labelOf(playbookId, stepId, answerId, language));
    /** Looked at in both themes, in a small and in the usual window, and twice as large. */
    const look = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page, `${name}, ${colorScheme}`);
        await page.screenshot({ path: testInfo.outputPath(`${name}-${colorScheme}.png`) });
      }
      for (const [size, viewport] of Object.entries({ small, zoomed, usual })) {
        await page.setViewportSize(viewport);
        expect(await isTooWide(page), `${name}, ${size}`).toBe(false);
        await page.screenshot({ path: testInfo.outputPath(`${name}-${size}.png`) });
      }
    };
    /** Away from the ticket, as the focus can be in a field of it. */
    const goToQueue = async () => {
      await page.getByRole('navigation').getByRole('link').first().click();
      await expect(heading).toBeHidden();
    };
    const startTicket = async () => {
      await goToQueue();
      await console.press('n');
      await expect(heading).toBeVisible();
    };
    const confirmOwner = async () => {
      await page.getByRole('checkbox').first().check();
      await answer('dahua-dmss', 'ownership', 'confirmed');
    };
    await page.setViewportSize(usual);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('radio', { name: say.unprotected }).check();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: say.create }).click();
    await page.getByLabel(say.name).fill('Kim Janssen');
    await console.press('Enter');

    await startTicket();
    await confirmOwner();
    await answer('dahua-dmss', 'begin', 'monitor');
    await console.press('t');
    await expect(page.locator('#masked-mailbox-field')).toBeFocused();
    await page.keyboard.insertText('m***@e****.com');
    await look('mailbox');
    await answer('dahua-dmss', 'findQrMonitor', 'qrShown');
    await answer('dahua-dmss', 'whoHasApp', 'customer');
    await answer('dahua-dmss', 'ownPhone', 'sent');
    await page.getByLabel(say.opened).pressSequentially('ada@example.co');
    await expect(page.getByText(say.differs)).toBeHidden();
    await page.keyboard.type('m');
    await console.press('Enter');
    await expect(page.getByText(say.differs)).toBeVisible();
    await look('comparison');

    await startTicket();
    await confirmOwner();
    await answer('dahua-dmss', 'begin', 'monitor');
    await answer('dahua-dmss', 'findQrMonitor', 'qrShown');
    await answer('dahua-dmss', 'whoHasApp', 'customer');
    await answer('dahua-dmss', 'ownPhone', 'error');
    await look('error-box');

    await startTicket();
    await confirmOwner();
    await answer('dahua-dmss', 'begin', 'otherBrand');
    await expect(heading).toHaveText(say.brands);
    await look('brands');

    await startTicket();
    await answer('dahua-dmss', 'ownership', 'notAtDevice');
    await look('nobody-there');
    await console.press('Enter');
    await look('visit');
    await answer('site-visit', 'visit', 'agreed');
    await look('appointment');

    await goToQueue();
    await console.paste({ text: owner.showResetCode() });
    await confirmOwner();
    await answer('dahua-dmss', 'submit', 'sent');
    await answer('dahua-dmss', 'wait', 'arrived');
    await answer('dahua-dmss', 'code', 'locked');
    await look('limit-warning');
    await answer('dahua-dmss', 'codeLocked', 'accepted');
    await page.getByRole('navigation').getByRole('link', { name: say.settings }).click();
    const list = page.getByRole('list', { name: say.contradicted });
    await list.scrollIntoViewIfNeeded();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(list).toContainText('Dahua MXVR4104 manual, p. 197');
    await look('contradicted');
    await list.getByRole('link').click();
    await expect(heading).toBeVisible();
  });
}

function labelOf(playbookId: string, stepId: string, answerId: string, language: 'en' | 'es'): string {
  const playbook = appPlaybooks().find(({ id }) => id === playbookId);
  const step = playbook === undefined ? null : findStep(playbook, stepId);
  const label = step?.answers.find(({ id }) => id === answerId)?.label[language];
  if (label === undefined) throw new Error(`${playbookId}/${stepId} has no answer "${answerId}".`);
  return label;
}

/** Whether anything has to be scrolled sideways. */
function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
