import type { HandlersOf } from '../../core/contract/dispatch.ts';
import type { privacyCalls } from '../../core/contract/privacy-calls.ts';
import type { CustomerData } from '../../core/privacy/customer-data.ts';
import { customerPage } from '../../core/privacy/customer-page.ts';
import type { Language } from '../../core/values.ts';
import { writeWholeFile } from '../files/write-file.ts';
import type { FileDialogs } from './file-dialogs.ts';
import type { ShellContext } from './ipc.ts';
import type { SettingsService } from './settings.ts';
import type { StoreClient } from './store-client.ts';
import { shellTexts } from './texts.ts';

export interface PrivacyServices {
  readonly store: Pick<StoreClient, 'readCustomerData' | 'noteCustomerData'>;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly dialogs: FileDialogs;
}

/** What is handed out to a customer who asks for it. */
export function privacyHandlers({
  store,
  settings,
  dialogs,
}: PrivacyServices): HandlersOf<typeof privacyCalls, 'shell', ShellContext> {
  return {
    'customer.saveData': async ({ customerId, form }, { sender }) => {
      const extension = form === 'page' ? 'html' : 'json';
      // The name of the file tells nobody who it is about.
      const file = await dialogs.chooseTarget(sender, `resetdesk-customer.${extension}`, extension);
      if (file === null) return { isSaved: false };
      const { agentName, language } = settings.get();
      const data = await store.readCustomerData(customerId);
      const content = form === 'page' ? pageOf(data, language) : `${JSON.stringify(data, null, 2)}\n`;
      await writeWholeFile(file, content, {
        beforeNaming: async () => void (await store.noteCustomerData(customerId, agentName)),
      });
      return { isSaved: true };
    },
  };
}

function pageOf(data: CustomerData, language: Language): string {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return customerPage(data, shellTexts(language).customerData, language, (at) => time.format(at));
}
