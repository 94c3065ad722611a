import amcrestMail from './amcrest-mail.json' with { type: 'json' };
import amcrestQuestions from './amcrest-questions.json' with { type: 'json' };
import brandSupport from './brand-support.json' with { type: 'json' };
import cpPlusApp from './cp-plus-app.json' with { type: 'json' };
import cpPlusQuestions from './cp-plus-questions.json' with { type: 'json' };
import cpPlusSupport from './cp-plus-support.json' with { type: 'json' };
import dahuaAccessControl from './dahua-access-control.json' with { type: 'json' };
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
import dahuaSetUp from './dahua-set-up.json' with { type: 'json' };
import dahuaVendorTicket from './dahua-vendor-ticket.json' with { type: 'json' };
import ezvizPhoto from './ezviz-photo.json' with { type: 'json' };
import ezvizRecorder from './ezviz-recorder.json' with { type: 'json' };
import brandsFacts from './facts/brands.json' with { type: 'json' };
import dahuaFacts from './facts/dahua.json' with { type: 'json' };
import errorsFacts from './facts/errors.json' with { type: 'json' };
import hikvisionFacts from './facts/hikvision.json' with { type: 'json' };
import otherBrandsFacts from './facts/other-brands.json' with { type: 'json' };
import helixRecorder from './helix-recorder.json' with { type: 'json' };
import hikvisionActivation from './hikvision-activation.json' with { type: 'json' };
import hikvisionEmail from './hikvision-email.json' with { type: 'json' };
import hikvisionEmailWeb from './hikvision-email-web.json' with { type: 'json' };
import hikvisionGuid from './hikvision-guid.json' with { type: 'json' };
import hikvisionHikConnect from './hikvision-hik-connect.json' with { type: 'json' };
import hikvisionProconnect from './hikvision-proconnect.json' with { type: 'json' };
import hikvisionQuestions from './hikvision-questions.json' with { type: 'json' };
import hikvisionSadp from './hikvision-sadp.json' with { type: 'json' };
import hikvisionSupport from './hikvision-support.json' with { type: 'json' };
import honeywellMail from './honeywell-mail.json' with { type: 'json' };
import honeywellQuestions from './honeywell-questions.json' with { type: 'json' };
import idisRecorder from './idis-recorder.json' with { type: 'json' };
import lorexConnect from './lorex-connect.json' with { type: 'json' };
import lorexHome from './lorex-home.json' with { type: 'json' };
import lorexSupport from './lorex-support.json' with { type: 'json' };
import lorexWebsite from './lorex-website.json' with { type: 'json' };
import nightOwlRecorder from './night-owl-recorder.json' with { type: 'json' };
import northernRecorder from './northern-recorder.json' with { type: 'json' };
import dahuaDmss1 from './older/dahua-dmss-1.json' with { type: 'json' };
import otherSetUp from './other-set-up.json' with { type: 'json' };
import answerQuestionsPart from './parts/answer-questions.json' with { type: 'json' };
import askSupportPart from './parts/ask-support.json' with { type: 'json' };
import dahuaCameraPagePart from './parts/dahua-camera-page.json' with { type: 'json' };
import dahuaCodePart from './parts/dahua-code.json' with { type: 'json' };
import dahuaDmssAppPart from './parts/dahua-dmss-app.json' with { type: 'json' };
import dahuaFinishPart from './parts/dahua-finish.json' with { type: 'json' };
import dahuaMailTextPart from './parts/dahua-mail-text.json' with { type: 'json' };
import dahuaMailUncountedPart from './parts/dahua-mail-uncounted.json' with { type: 'json' };
import dahuaMenusPart from './parts/dahua-menus.json' with { type: 'json' };
import dahuaOlderAppPart from './parts/dahua-older-app.json' with { type: 'json' };
import dahuaPagePart from './parts/dahua-page.json' with { type: 'json' };
import dahuaScanPart from './parts/dahua-scan.json' with { type: 'json' };
import endsPart from './parts/ends.json' with { type: 'json' };
import hikvisionFinishPart from './parts/hikvision-finish.json' with { type: 'json' };
import hikvisionMailboxPart from './parts/hikvision-mailbox.json' with { type: 'json' };
import otherCodePart from './parts/other-code.json' with { type: 'json' };
import otherFinishPart from './parts/other-finish.json' with { type: 'json' };
import ownerPart from './parts/owner.json' with { type: 'json' };
import ownerMailboxPart from './parts/owner-mailbox.json' with { type: 'json' };
import provisionRecorder from './provision-recorder.json' with { type: 'json' };
import reolinkNvr from './reolink-nvr.json' with { type: 'json' };
import siteVisit from './site-visit.json' with { type: 'json' };
import vigiButton from './vigi-button.json' with { type: 'json' };
import vigiCamera from './vigi-camera.json' with { type: 'json' };
import vigiNvr from './vigi-nvr.json' with { type: 'json' };

/** Every playbook that ships, unchecked: `readPlaybook` makes whole ones of them and says whether they are sound. Brands are asked for in this order. */
export const playbookFiles: readonly unknown[] = [
  dahuaDmss,
  hikvisionHikConnect,
  amcrestMail,
  lorexConnect,
  cpPlusApp,
  honeywellMail,
  vigiNvr,
  amcrestQuestions,
  cpPlusQuestions,
  cpPlusSupport,
  dahuaAccessControl,
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
  dahuaSetUp,
  dahuaVendorTicket,
  ezvizPhoto,
  ezvizRecorder,
  helixRecorder,
  hikvisionActivation,
  hikvisionEmail,
  hikvisionEmailWeb,
  hikvisionGuid,
  hikvisionProconnect,
  hikvisionQuestions,
  hikvisionSadp,
  hikvisionSupport,
  honeywellQuestions,
  idisRecorder,
  lorexHome,
  lorexSupport,
  lorexWebsite,
  nightOwlRecorder,
  northernRecorder,
  otherSetUp,
  provisionRecorder,
  reolinkNvr,
  vigiButton,
  vigiCamera,
  brandSupport,
  siteVisit,
];

/** Steps that several playbooks share, unchecked. */
export const partFiles: readonly unknown[] = [
  answerQuestionsPart,
  askSupportPart,
  dahuaCameraPagePart,
  dahuaCodePart,
  dahuaDmssAppPart,
  dahuaFinishPart,
  dahuaMailTextPart,
  dahuaMailUncountedPart,
  dahuaMenusPart,
  dahuaOlderAppPart,
  dahuaPagePart,
  dahuaScanPart,
  endsPart,
  hikvisionFinishPart,
  hikvisionMailboxPart,
  otherCodePart,
  otherFinishPart,
  ownerPart,
  ownerMailboxPart,
];

/** Lists of what the playbooks can cite: statement, source and grade. Unchecked. */
export const factFiles: readonly unknown[] = [
  brandsFacts,
  dahuaFacts,
  errorsFacts,
  hikvisionFacts,
  otherBrandsFacts,
];

/** Versions that tickets were opened on before each ticket's database kept them. Never edited. */
export const olderPlaybookFiles: readonly unknown[] = [dahuaDmss1];
