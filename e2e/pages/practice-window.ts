import type { ElectronApplication, Locator, Page } from 'playwright/test';

/** What is the matter in a rehearsal, as its choice is labelled. */
export type PracticeCaseName = 'Password forgotten' | 'Mailbox lost too' | 'Reset switched off';

/** The practice window: recorder, phone with DMSS and mailbox, as somebody who rehearses uses it. */
export class PracticeWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opened from the console's rail. */
  static async open(app: ElectronApplication, console: Page): Promise<PracticeWindow> {
    const opened = app.waitForEvent('window');
    await console.getByRole('button', { name: 'Practice device' }).click();
    return new PracticeWindow(await opened);
  }

  get monitor(): Locator {
    return this.page.getByRole('region', { name: "Recorder's monitor" });
  }

  get phone(): Locator {
    return this.page.getByRole('region', { name: 'Phone with DMSS' });
  }

  /** The newest mailed security code. */
  get securityCode(): Locator {
    return this.page.getByTestId('security-code').first();
  }

  /** The computer in the recorder's network. */
  get configTool(): Locator {
    return this.page.getByRole('region', { name: 'Computer with ConfigTool' });
  }

  get support(): Locator {
    return this.page.getByRole('region', { name: "Vendor's support" });
  }

  /** From the pretend support, to log in with. */
  get temporaryPassword(): Locator {
    return this.page.getByTestId('temporary-password');
  }

  async pickCase(name: PracticeCaseName): Promise<void> {
    await this.page.getByText(name, { exact: true }).click();
  }

  async letDayPass(): Promise<void> {
    await this.page.getByRole('button', { name: 'Let a day pass' }).click();
  }

  async refreshResetCode(): Promise<void> {
    await this.monitor.getByRole('button', { name: 'Refresh the QR code' }).click();
    await this.monitor.getByRole('img').waitFor();
  }

  async showResetCode(): Promise<void> {
    await this.monitor.getByRole('button', { name: 'Log in' }).click();
    await this.monitor.getByRole('button', { name: 'Forgot password' }).click();
    await this.monitor.getByRole('button', { name: 'OK' }).click();
    await this.monitor.getByRole('img').waitFor();
  }

  async scanConsoleWithPhone(): Promise<void> {
    for (const item of ['Me', 'Tool Manager', 'Password Resetting']) {
      await this.phone.getByRole('button', { name: item }).click();
    }
    await this.scanAgain();
  }

  /** The phone is in the app's Password Resetting already. */
  async scanAgain(): Promise<void> {
    await this.phone.getByRole('button', { name: /scan/i }).click();
  }

  /** The message that stands where the reset code would be; answers the date on the screen. */
  async meetClosedReset(): Promise<string> {
    await this.monitor.getByRole('button', { name: 'Log in' }).click();
    await this.monitor.getByRole('button', { name: 'Forgot password' }).click();
    const text = await this.monitor.innerText();
    await this.monitor.getByRole('button', { name: 'Back' }).click();
    return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
  }

  async askSupport(serial: string, date: string): Promise<void> {
    await this.support.getByLabel('Full serial').fill(serial);
    await this.support.getByLabel('Date on the screen').fill(date);
    await this.support.getByRole('button', { name: 'Ask for help' }).click();
  }

  /** Printed on the label. */
  async serial(): Promise<string> {
    const label = await this.page.getByRole('region', { name: 'Label on the device' }).innerText();
    return /Serial (\w+)/.exec(label)?.[1] ?? '';
  }

  async enterCode(code: string): Promise<void> {
    await this.monitor.getByRole('textbox', { name: 'Security code' }).fill(code);
    await this.monitor.getByRole('button', { name: 'Next' }).click();
  }

  /** Typed twice, at the recorder unless it is somewhere else. */
  async setPassword(password: string, at: Locator = this.monitor): Promise<void> {
    for (const field of ['New password', 'Confirm the password']) {
      await at.getByLabel(field).fill(password);
    }
    await at.getByRole('button', { name: 'Save' }).click();
  }

  async passToCameras(): Promise<void> {
    await this.monitor.getByRole('button', { name: 'Yes' }).click();
  }

  async logIn(password: string): Promise<void> {
    await this.monitor.getByLabel('Password', { exact: true }).fill(password);
    await this.monitor.getByRole('button', { name: 'Log in' }).click();
  }
}
