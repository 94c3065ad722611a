import amcrestMail from './amcrest-mail.json' with { type: 'json' };
import brandSupport from './brand-support.json' with { type: 'json' };
import cpPlusApp from './cp-plus-app.json' with { type: 'json' };
import cpPlusSupport from './cp-plus-support.json' with { type: 'json' };
import dahuaBindingQr from './dahua-binding-qr.json' with { type: 'json' };
import dahuaConfigtoolFile from './dahua-configtool-file.json' with { type: 'json' };
import dahuaConfigtoolQr from './dahua-configtool-qr.json' with { type: 'json' };
import dahuaDmss from './dahua-dmss.json' with { type: 'json' };
import dahuaDmssCamera from './dahua-dmss-camera.json' with { type: 'json' };
import dahuaDoorStation from './dahua-door-station.json' with { type: 'json' };
import dahuaMail from './dahua-mail.json' with { type: 'json' };
import dahuaMailCamera from './dahua-mail-camera.json' with { type: 'json' };
import dahuaMainlandChina from './dahua-mainland-china.json' with { type: 'json' };
import dahuaOlderApp from './dahua-older-app.json' with { type: 'json' };
import dahuaQuestions from './dahua-questions.json' with { type: 'json' };
import dahuaResetButton from './dahua-reset-button.json' with { type: 'json' };
import dahuaVendorTicket from './dahua-vendor-ticket.json' with { type: 'json' };
import brandsFacts from './facts/brands.json' with { type: 'json' };
import dahuaFacts from './facts/dahua.json' with { type: 'json' };
import errorsFacts from './facts/errors.json' with { type: 'json' };
import hikvisionFacts from './facts/hikvision.json' with { type: 'json' };
import hikvisionEmail from './hikvision-email.json' with { type: 'json' };
import hikvisionEmailWeb from './hikvision-email-web.json' with { type: 'json' };
import hikvisionHikConnect from './hikvision-hik-connect.json' with { type: 'json' };
import hikvisionQuestions from './hikvision-questions.json' with { type: 'json' };
import hikvisionSadp from './hikvision-sadp.json' with { type: 'json' };
import honeywellMail from './honeywell-mail.json' with { type: 'json' };
import lorexConnect from './lorex-connect.json' with { type: 'json' };
import lorexHome from './lorex-home.json' with { type: 'json' };
import lorexSupport from './lorex-support.json' with { type: 'json' };
import dahuaDmss1 from './older/dahua-dmss-1.json' with { type: 'json' };
import dahuaCameraPagePart from './parts/dahua-camera-page.json' with { type: 'json' };
import dahuaCodePart from './parts/dahua-code.json' with { type: 'json' };
import dahuaDmssAppPart from './parts/dahua-dmss-app.json' with { type: 'json' };
import dahuaFinishPart from './parts/dahua-finish.json' with { type: 'json' };
import dahuaMailTextPart from './parts/dahua-mail-text.json' with { type: 'json' };
import dahuaMailUncountedPart from './parts/dahua-mail-uncounted.json' with { type: 'json' };
import dahuaOlderAppPart from './parts/dahua-older-app.json' with { type: 'json' };
import dahuaPagePart from './parts/dahua-page.json' with { type: 'json' };
import dahuaScanPart from './parts/dahua-scan.json' with { type: 'json' };
import endsPart from './parts/ends.json' with { type: 'json' };
import hikvisionFinishPart from './parts/hikvision-finish.json' with { type: 'json' };
import hikvisionMailboxPart from './parts/hikvision-mailbox.json' with { type: 'json' };
import ownerPart from './parts/owner.json' with { type: 'json' };
import ownerMailboxPart from './parts/owner-mailbox.json' with { type: 'json' };

/** Every playbook that ships, unchecked: `readPlaybook` makes whole ones of them and says whether they are sound. */
export const playbookFiles: readonly unknown[] = [
  dahuaDmss,
  amcrestMail,
  brandSupport,
  cpPlusApp,
  cpPlusSupport,
  dahuaBindingQr,
  dahuaConfigtoolFile,
  dahuaConfigtoolQr,
  dahuaDmssCamera,
  dahuaDoorStation,
  dahuaMail,
  dahuaMailCamera,
  dahuaMainlandChina,
  dahuaOlderApp,
  dahuaQuestions,
  dahuaResetButton,
  dahuaVendorTicket,
  hikvisionEmail,
  hikvisionEmailWeb,
  hikvisionHikConnect,
  hikvisionQuestions,
  hikvisionSadp,
  honeywellMail,
  lorexConnect,
  lorexHome,
  lorexSupport,
];

/** Steps that several playbooks share, unchecked. */
export const partFiles: readonly unknown[] = [
  dahuaCameraPagePart,
  dahuaCodePart,
  dahuaDmssAppPart,
  dahuaFinishPart,
  dahuaMailTextPart,
  dahuaMailUncountedPart,
  dahuaOlderAppPart,
  dahuaPagePart,
  dahuaScanPart,
  endsPart,
  hikvisionFinishPart,
  hikvisionMailboxPart,
  ownerPart,
  ownerMailboxPart,
];

/** Lists of what the playbooks can cite: statement, source and grade. Unchecked. */
export const factFiles: readonly unknown[] = [brandsFacts, dahuaFacts, errorsFacts, hikvisionFacts];

/** Versions that tickets were opened on before each ticket's database kept them. Never edited. */
export const olderPlaybookFiles: readonly unknown[] = [dahuaDmss1];
