import { expect, type Locator, type Page } from 'playwright/test';

/** One entry of a ticket's history. */
export type HistoryLine = {
  /** `14:05` for today. */
  readonly at: string;
  readonly agent: string;
  readonly what: string;
};

/** A person's finger stays on a key so long. Quicker keys would be taken for a USB scanner. */
const KEY_DOWN_MS = 80;

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
    return this.page.getByRole('dialog', { name: 'Scan a code' });
  }

  /** The code that was redrawn for the phone with DMSS. */
  get cleanCode(): Locator {
    return this.page.getByRole('img', { name: 'Reset code, drawn anew' });
  }

  get securityCode(): Locator {
    return this.page.getByRole('textbox', { name: 'Security code' });
  }

  get newPassword(): Locator {
    return this.page.getByRole('textbox', { name: 'New password' });
  }

  /** Where the request goes by mail. */
  get mailAddress(): Locator {
    return this.page.getByRole('textbox', { name: 'Address that the device shows' });
  }

  /** Customer, device, notes and history beside the step. */
  get context(): Locator {
    return this.page.getByRole('complementary', { name: 'Customer, device and notes' });
  }

  /** Whom and what the ticket is about, beside its number: there in a window too that has no room for the summaries. */
  get ticketFacts(): Locator {
    return this.page.locator('h1 + p');
  }

  /** A summary beside the step, or its fields while it is edited. */
  card(title: 'Caller' | 'Device'): Locator {
    return this.context.locator('section', {
      has: this.page.getByRole('heading', { level: 2, name: title, exact: true }),
    });
  }

  /** Who is calling, in one line: in the step that asks for it, elsewhere beside it. */
  get callerLine(): Locator {
    return this.page.getByLabel('Find or add');
  }

  /** The heading of the step that the agent is at. */
  get stepHeading(): Locator {
    return this.page.getByRole('region', { name: 'Current step' }).getByRole('heading', { level: 2 });
  }

  /** The links of the queue's rows, those that exist. */
  get rows(): Locator {
    return this.page.getByRole('grid').getByRole('link');
  }

  /** A row of the queue, by its link. */
  row(number: number): Locator {
    return this.page.getByRole('grid').getByRole('link', { name: new RegExp(`^#${number} `) });
  }

  /** The official ways that may still work, best first. */
  get routes(): Locator {
    return this.page.getByRole('list', { name: 'Ways that may work' });
  }

  /** The list of the customers' or devices' page, by its links. */
  recordLinks(list: 'Customers' | 'Devices'): Locator {
    return this.page.getByRole('list', { name: list }).getByRole('link');
  }

  /** A part of a customer's or device's page. */
  recordCard(title: string): Locator {
    return this.page.locator('section', { has: this.page.getByRole('heading', { level: 2, name: title }) });
  }

  ticketHeading(number: number): Locator {
    return this.page.getByRole('heading', { name: `Ticket ${number}`, level: 1 });
  }

  /** First start: the key is left unprotected, by explicit choice. */
  async createUnprotectedDatabase(): Promise<void> {
    await this.page.getByRole('radio', { name: 'Unprotected on this computer' }).check();
    await this.page.getByRole('checkbox', { name: /I understand/ }).check();
    await this.createDatabase();
  }

  async createDatabaseWithPassphrase(passphrase: string): Promise<void> {
    await this.choosePassphrase(passphrase);
    await this.createDatabase();
  }

  /** First start: the passphrase, typed twice. */
  async choosePassphrase(passphrase: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'With a passphrase' }).check();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.getByLabel('The same passphrase again').fill(passphrase);
  }

  /** First start: with the protection that was chosen. */
  async createDatabase(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create the database' }).click();
    await this.sayWhoWorksHere();
    await expect(this.queueHeading).toBeVisible();
  }

  /** Asked for once on each computer. */
  async sayWhoWorksHere(name = 'Kim Janssen'): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.keyboard.press('Enter');
  }

  async goTo(place: 'Queue' | 'Customers' | 'Devices' | 'Figures' | 'Messages' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  }

  async pickLane(lane: 'Mine' | 'Others' | 'Unassigned' | 'All open' | 'Closed'): Promise<void> {
    await this.page.getByRole('tab', { name: lane }).click();
  }

  /** Of the queue's lane, only tickets that wait for something. */
  async showWaiting(): Promise<void> {
    await this.press('f');
    await this.page.getByRole('checkbox', { name: 'Waiting' }).check();
    await this.press('Escape');
  }

  /** A new one, by its key; `number` is the one that it gets. */
  async startTicket(number: number): Promise<void> {
    await this.press('n');
    await expect(this.ticketHeading(number)).toBeVisible();
  }

  /** From the queue. */
  async openTicket(number: number): Promise<void> {
    await this.row(number).click();
    await expect(this.ticketHeading(number)).toBeVisible();
  }

  /** Presses keys one after the other, as `KeyboardEvent.key` names them. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key, { delay: KEY_DOWN_MS });
  }

  async answer(label: string): Promise<void> {
    const answers = this.page.locator('[data-part="answers"]');
    const button = answers.getByRole('button', { name: label, exact: true });
    const further = answers.locator('[data-part="further"]');
    // Rarer ones stand in a list of their own, which closes when the step before it goes.
    await expect(async () => {
      if (!(await button.isVisible())) await further.click({ timeout: 500 });
      await expect(button).toBeVisible({ timeout: 500 });
    }).toPass();
    await button.click();
  }

  /** From the chooser, also while it still asks. */
  async takeRoute(title: string): Promise<void> {
    await this.routes.getByRole('button', { name: title }).click();
  }

  async tickOwnership(): Promise<void> {
    await this.page.getByRole('checkbox', { name: 'The caller is at the device' }).check();
  }

  async confirmOwner(): Promise<void> {
    await this.tickOwnership();
    await this.answer('Owner confirmed');
  }

  /** A customer who is not known yet. */
  async enterCustomer(name: string, phone: string): Promise<void> {
    await this.callerLine.fill(`${name} ${phone}`);
    await this.page.getByRole('option', { name: /New customer/ }).click();
    await expect(this.ticketFacts).toContainText(name);
    await expect(this.callerLine).toBeHidden();
  }

  async enterSerial(serial: string): Promise<void> {
    await this.edit('Device', 'Serial number');
    await this.context.getByLabel('Serial number').fill(serial);
    await this.press('Enter');
  }

  /** Opens a summary for editing, unless its field is there already. */
  async edit(title: 'Caller' | 'Device', label: string): Promise<void> {
    const field = this.context.getByLabel(label, { exact: true });
    const button = this.card(title).getByRole('button', { name: `Edit the ${title.toLowerCase()}` });
    // A card that was just filled in is about to close.
    await expect(async () => {
      if (!(await field.isVisible())) await button.click({ timeout: 500 });
      await expect(field).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  /** Of the device whose serial was entered. */
  async enterModel(model: string): Promise<void> {
    await this.edit('Device', 'Model');
    await this.context.getByLabel('Model').fill(model);
    await this.press('Enter');
  }

  /** To the ticket. */
  async addNote(text: string): Promise<void> {
    await this.context.getByLabel('New note').fill(text);
    await this.press('Enter');
    await expect(this.context.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible();
  }

  /** Closes the ticket by its menu. */
  async closeAs(outcome: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Close ticket' }).click();
    await this.page.getByRole('menuitem', { name: outcome }).click();
  }

  /** From the list of all customers. */
  async openCustomer(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Customers' })
      .click();
    await this.page.getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible();
  }

  /** From the scanner's tab with this name. */
  async openScanner(tab: 'Camera' | 'Screen' | 'File' | 'Paste'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Scan' }).click();
    await this.scanner.getByRole('tab', { name: tab }).click();
  }

  /** The code redrawn for the phone, over the whole window. */
  async showCleanCode(): Promise<Locator> {
    await expect(this.cleanCode).toBeVisible();
    await this.press('q');
    const large = this.page.getByRole('dialog').getByRole('img');
    await expect(large).toBeVisible();
    return large;
  }

  /** Puts away what the status line says of the last scan, if it still says it. */
  async dismissNews(): Promise<void> {
    const dismiss = this.page.getByRole('button', { name: 'Close this message' });
    if (await dismiss.isVisible()) await dismiss.click();
  }

  /** Puts something on the system's clipboard and pastes it, as after a copy in another program. */
  async paste(content: { readonly text: string } | { readonly png: Buffer }): Promise<void> {
    const kind = 'text' in content ? 'text/plain' : 'image/png';
    const bytes = 'text' in content ? Buffer.from(content.text) : content.png;
    await this.page.evaluate(
      async ({ kind, base64 }) => {
        const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        await navigator.clipboard.write([new ClipboardItem({ [kind]: new Blob([data], { type: kind }) })]);
      },
      { kind, base64: bytes.toString('base64') },
    );
    await this.press('Control+v');
  }

  async dropFile(name: string, type: string, content: Buffer): Promise<void> {
    const file = { name, type, base64: content.toString('base64') };
    const transfer = await this.page.evaluateHandle(({ name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], name, { type }));
      return dropped;
    }, file);
    const target = this.page.getByRole('main');
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await target.dispatchEvent(event, { dataTransfer: transfer });
    }
  }

  /** Drops what another program offers without a file, by its formats. */
  async dropText(formats: Readonly<Record<string, string>>): Promise<void> {
    const transfer = await this.page.evaluateHandle((given) => {
      const dropped = new DataTransfer();
      for (const [format, text] of Object.entries(given)) dropped.setData(format, text);
      return dropped;
    }, formats);
    const target = this.page.getByRole('main');
    for (const event of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(event, { dataTransfer: transfer });
  }

  /** From the code's arrival to the closed ticket, by the buttons. Answers the password that was set. */
  async finishWithCode(code: string): Promise<string> {
    await this.answer('The code has arrived');
    await this.securityCode.fill(code);
    await this.answer('The device accepts it');
    const password = await this.newPassword.inputValue();
    await this.answer('Saved');
    await this.answer('The login works');
    await this.answer('Done, close the ticket');
    await expect(this.stepHeading).toHaveText('Solved');
    return password;
  }

  /** The ticket's audit trail, oldest first, as the agent can read it. */
  async readHistory(): Promise<readonly HistoryLine[]> {
    const entries = this.context.getByRole('button', { name: /Show \d+ entries/ });
    if (await entries.isVisible()) await entries.click();
    const lines = await this.context.locator('ol > li').allInnerTexts();
    await this.context.locator('ol > li').last().scrollIntoViewIfNeeded();
    return lines.map((line) => {
      const [what = '', signature = ''] = line.split('\n').filter((part) => part !== '');
      const [at = '', agent = ''] = signature.split(' · ');
      return { at, agent, what };
    });
  }
}
