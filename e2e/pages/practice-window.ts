import type { ElectronApplication, Locator, Page } from 'playwright/test';

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
    await this.phone.getByRole('button', { name: /scan/i }).click();
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

  async setPassword(password: string): Promise<void> {
    for (const field of ['New password', 'Confirm the password']) {
      await this.monitor.getByLabel(field).fill(password);
    }
    await this.monitor.getByRole('button', { name: 'Save' }).click();
  }

  async passToCameras(): Promise<void> {
    await this.monitor.getByRole('button', { name: 'Yes' }).click();
  }

  async logIn(password: string): Promise<void> {
    await this.monitor.getByLabel('Password', { exact: true }).fill(password);
    await this.monitor.getByRole('button', { name: 'Log in' }).click();
  }
}
