import { expect, type Locator, type Page } from 'playwright/test';

/** The console's window as an agent knows it: selectors and verbs, no checks of a story. */
export class Console {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get queueHeading(): Locator {
    return this.page.getByRole('heading', { name: 'Queue', level: 1 });
  }

  get scanner(): Locator {
    return this.page.getByRole('dialog', { name: 'Scan' });
  }

  /** The heading of the step that the agent is at. */
  get stepHeading(): Locator {
    return this.page.getByRole('region', { name: 'Current step' }).getByRole('heading', { level: 2 });
  }

  ticketHeading(number: number): Locator {
    return this.page.getByRole('heading', { name: `Ticket ${number}`, level: 1 });
  }

  /** First start: the key is left unprotected, by explicit choice. */
  async createUnprotectedDatabase(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Unprotected on this computer' }).check();
    await this.page.getByRole('checkbox', { name: /I understand/ }).check();
    await this.page.getByRole('button', { name: 'Create the database' }).click();
    await expect(this.queueHeading).toBeVisible();
  }

  async createDatabaseWithPassphrase(passphrase: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'With a passphrase' }).check();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.getByLabel('Type it again').fill(passphrase);
    await this.page.getByRole('button', { name: 'Create the database' }).click();
    await expect(this.queueHeading).toBeVisible();
  }

  /** Presses keys one after the other, as `KeyboardEvent.key` names them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async answer(label: string): Promise<void> {
    await this.page
      .getByRole('region', { name: 'What happened?' })
      .getByRole('button', { name: label })
      .click();
  }

  async confirmOwner(): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'The caller is at the device' }).check();
    await this.answer('Owner confirmed');
  }
}
