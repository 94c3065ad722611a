import callUsSms from './call-us-sms.json' with { type: 'json' };
import doneChat from './done-chat.json' with { type: 'json' };
import doneMail from './done-mail.json' with { type: 'json' };
import onItsWayChat from './on-its-way-chat.json' with { type: 'json' };
import onItsWaySms from './on-its-way-sms.json' with { type: 'json' };
import photoChat from './photo-chat.json' with { type: 'json' };
import photoMail from './photo-mail.json' with { type: 'json' };
import photoSms from './photo-sms.json' with { type: 'json' };
import proofChat from './proof-chat.json' with { type: 'json' };
import validUntilSms from './valid-until-sms.json' with { type: 'json' };

/** Every message that ships, unchecked, in the order of the procedure; `messageTemplateSchema` says whether they are sound. */
export const templateFiles: readonly unknown[] = [
  photoChat,
  photoSms,
  photoMail,
  onItsWaySms,
  onItsWayChat,
  callUsSms,
  validUntilSms,
  doneChat,
  doneMail,
  proofChat,
];
