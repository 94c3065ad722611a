import { describe, expect, it } from 'vitest';
import { playCall } from '../../core/playbook/call.ts';
import type { Situation } from '../../core/playbook/situation.ts';
import { playbooks, questions } from './whole-playbooks.fixture.ts';

/** Brand and kind, as the device's record or the label says them. */
const dahua = { vendor: 'dahua', deviceKind: 'recorder' };
const hikvision = { vendor: 'hikvision', deviceKind: 'recorder' };
const allLost = { mailbox: 'lost', account: 'none', questions: 'none', guidFile: 'none', installer: 'none' };

interface Call {
  readonly who: string;
  readonly known: Situation;
  readonly truths: Situation;
  readonly best: string;
  /** A fact of the route that documents it. */
  readonly fact: string;
}

const calls: readonly Call[] = [
  // What the first look at the chooser found wrong.
  {
    who: 'a customer with DMSS on the own phone',
    known: dahua,
    truths: { resetPage: 'qr', mailbox: 'reachable', app: 'customer' },
    best: 'dahua-dmss',
    fact: 'dmss-path',
  },
  {
    who: 'a recorder that asks to be set up',
    known: dahua,
    truths: { resetPage: 'notSetUp' },
    best: 'dahua-set-up',
    fact: 'set-up-pages',
  },
  {
    who: 'nobody at the device',
    known: dahua,
    truths: { place: 'away', resetPage: 'none' },
    best: 'site-visit',
    fact: 'at-screen',
  },
  {
    who: 'an Imou camera',
    known: {},
    truths: { vendor: 'imou', deviceKind: 'camera', resetPage: 'noLink' },
    best: 'brand-support',
    fact: 'brand-unknown',
  },
  {
    who: 'a neutral code on an Amcrest recorder',
    known: { resetPage: 'qr', resetQr: 'dahua', deviceKind: 'recorder' },
    truths: { vendor: 'amcrest', mailbox: 'reachable' },
    best: 'amcrest-mail',
    fact: 'amcrest-mail',
  },
  {
    who: 'a Hikvision recorder with nothing at hand',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', network: 'other' },
    best: 'hikvision-support',
    fact: 'hik-support',
  },
  {
    who: 'a Hikvision recorder that asks to be activated',
    known: hikvision,
    truths: { resetPage: 'notSetUp' },
    best: 'hikvision-activation',
    fact: 'hik-activate',
  },
  {
    who: 'a Hikvision recorder in a Hik-Connect account',
    known: hikvision,
    truths: { resetPage: 'list', account: 'bound', mailbox: 'reachable' },
    best: 'hikvision-hik-connect',
    fact: 'hik-connect-recommended',
  },
  {
    who: 'a Lorex door station',
    known: { vendor: 'lorex', deviceKind: 'doorStation' },
    truths: { resetPage: 'noLink' },
    best: 'lorex-support',
    fact: 'lorex-temp',
  },
  {
    who: 'a reset that is switched off, questions known',
    known: dahua,
    truths: { resetPage: 'closed', questions: 'known', screen: 'local' },
    best: 'dahua-questions',
    fact: 'questions',
  },
  // Dahua recorders.
  {
    who: 'a recorder, nothing told yet',
    known: {},
    truths: { ...dahua, resetPage: 'qr', mailbox: 'reachable', app: 'agent' },
    best: 'dahua-dmss',
    fact: 'dmss-path',
  },
  {
    who: 'a recorder before 2020, only iDMSS',
    known: { app: 'older', ...dahua, generation: 'older' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'dahua-older-app',
    fact: 'older-app-path',
  },
  {
    who: 'a recorder of 2021, nobody has an app',
    known: { app: 'nobody', ...dahua, generation: 'ui40' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'dahua-mail',
    fact: 'mail-route',
  },
  {
    who: 'a recorder of 2023 in a DMSS account, mailbox lost',
    known: { ...dahua, generation: '2022plus' },
    truths: { ...allLost, resetPage: 'list', account: 'bound', screen: 'local' },
    best: 'dahua-binding-qr',
    fact: 'binding',
  },
  {
    who: 'a recorder of 2023, mailbox lost, questions known',
    known: { ...dahua, generation: '2022plus' },
    truths: { ...allLost, resetPage: 'qr', questions: 'known', screen: 'local' },
    best: 'dahua-questions',
    fact: 'questions',
  },
  {
    who: 'a recorder, mailbox lost, a computer beside it',
    known: dahua,
    truths: { ...allLost, resetPage: 'qr', network: 'same' },
    best: 'dahua-configtool-file',
    fact: 'configtool-file',
  },
  {
    who: 'a recorder, mailbox lost, nothing else',
    known: dahua,
    truths: { ...allLost, resetPage: 'qr', network: 'other' },
    best: 'dahua-vendor-ticket',
    fact: 'vendor-ticket',
  },
  {
    who: 'a recorder switched off, nothing else',
    known: dahua,
    truths: { ...allLost, resetPage: 'closed', network: 'same' },
    best: 'dahua-vendor-ticket',
    fact: 'vendor-ticket',
  },
  {
    who: 'a recorder without screen, a computer beside it',
    known: dahua,
    truths: { ...allLost, place: 'atDevice', resetPage: 'none', mailbox: 'reachable', network: 'same' },
    best: 'dahua-configtool-qr',
    fact: 'configtool-qr',
  },
  {
    who: 'a recorder of mainland China',
    known: dahua,
    truths: { ...allLost, resetPage: 'qr', mailbox: 'phone' },
    best: 'dahua-mainland-china',
    fact: 'region',
  },
  {
    who: 'a recorder with a message that stays, computer',
    known: dahua,
    truths: { ...allLost, resetPage: 'message', network: 'same', mailbox: 'never' },
    best: 'dahua-configtool-file',
    fact: 'configtool-file',
  },
  {
    who: 'a recorder without a saved mailbox, questions',
    known: dahua,
    truths: { ...allLost, resetPage: 'noEmail', mailbox: 'never', questions: 'known', screen: 'local' },
    best: 'dahua-questions',
    fact: 'questions',
  },
  {
    who: 'an unbranded recorder, customer has DMSS',
    known: { deviceKind: 'recorder' },
    truths: { vendor: 'oem', resetPage: 'qr', mailbox: 'reachable', app: 'customer' },
    best: 'dahua-dmss',
    fact: 'dmss-path',
  },
  {
    who: 'nobody there, although the mailbox opens',
    known: dahua,
    truths: { place: 'away', mailbox: 'reachable', resetPage: 'none' },
    best: 'site-visit',
    fact: 'at-screen',
  },
  // Dahua cameras, door stations, access control.
  {
    who: 'a camera, agent has DMSS',
    known: { vendor: 'dahua', deviceKind: 'camera' },
    truths: { resetPage: 'qr', mailbox: 'reachable', app: 'agent' },
    best: 'dahua-dmss-camera',
    fact: 'dmss-path',
  },
  {
    who: 'a camera, nobody has an app',
    known: { app: 'nobody', vendor: 'dahua', deviceKind: 'camera' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'dahua-mail-camera',
    fact: 'mail-route',
  },
  {
    who: 'a camera, mailbox lost, computer',
    known: { vendor: 'dahua', deviceKind: 'camera' },
    truths: { ...allLost, resetPage: 'qr', network: 'same' },
    best: 'dahua-configtool-file',
    fact: 'configtool-file',
  },
  {
    who: 'a door station',
    known: { vendor: 'dahua', deviceKind: 'doorStation' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'dahua-door-station',
    fact: 'vto-string',
  },
  {
    who: 'a door station, mailbox lost',
    known: { vendor: 'dahua', deviceKind: 'doorStation' },
    truths: { resetPage: 'qr', mailbox: 'lost' },
    best: 'dahua-vendor-ticket',
    fact: 'vendor-ticket',
  },
  {
    who: 'a door reader',
    known: { vendor: 'dahua', deviceKind: 'accessController' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'dahua-access-control',
    fact: 'access-qr',
  },
  {
    who: 'a new door reader',
    known: { vendor: 'dahua', deviceKind: 'accessController' },
    truths: { resetPage: 'notSetUp' },
    best: 'dahua-set-up',
    fact: 'set-up-pages',
  },
  // Hikvision.
  {
    who: 'a recorder with its reserved mailbox',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', mailbox: 'reachable' },
    best: 'hikvision-email',
    fact: 'hik-email-ways',
  },
  {
    who: 'a recorder with a GUID file',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', guidFile: 'there' },
    best: 'hikvision-guid',
    fact: 'hik-guid',
  },
  {
    who: 'a recorder with questions',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', questions: 'known' },
    best: 'hikvision-questions',
    fact: 'hik-questions',
  },
  {
    who: 'a recorder with a computer beside it',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', network: 'same' },
    best: 'hikvision-sadp',
    fact: 'sadp-steps',
  },
  {
    who: 'a recorder of an installer, no computer',
    known: hikvision,
    truths: { ...allLost, resetPage: 'list', installer: 'proConnect', network: 'other' },
    best: 'hikvision-proconnect',
    fact: 'hik-proconnect',
  },
  {
    who: 'a camera with its reserved mailbox',
    known: { vendor: 'hikvision', deviceKind: 'camera' },
    truths: { resetPage: 'list', mailbox: 'reachable' },
    best: 'hikvision-email-web',
    fact: 'hik-camera',
  },
  {
    who: 'a camera, mailbox lost, computer',
    known: { vendor: 'hikvision', deviceKind: 'camera' },
    truths: { ...allLost, resetPage: 'list', network: 'same' },
    best: 'hikvision-sadp',
    fact: 'sadp-steps',
  },
  // Other brands.
  {
    who: 'Amcrest by questions',
    known: { vendor: 'amcrest', deviceKind: 'recorder' },
    truths: { resetPage: 'questions', mailbox: 'lost', questions: 'known' },
    best: 'amcrest-questions',
    fact: 'amcrest-questions',
  },
  {
    who: 'Amcrest camera',
    known: { vendor: 'amcrest', deviceKind: 'camera' },
    truths: { resetPage: 'qr' },
    best: 'brand-support',
    fact: 'brand-unknown',
  },
  {
    who: 'Honeywell disabled, questions',
    known: { vendor: 'honeywell', deviceKind: 'recorder' },
    truths: { resetPage: 'closed', questions: 'known' },
    best: 'honeywell-questions',
    fact: 'honeywell-questions',
  },
  {
    who: 'CP Plus with gCMOB',
    known: { vendor: 'cpplus', deviceKind: 'recorder' },
    truths: { resetPage: 'qr', mailbox: 'reachable', app: 'customer' },
    best: 'cp-plus-app',
    fact: 'cp-app',
  },
  {
    who: 'CP Plus, mailbox lost, questions',
    known: { vendor: 'cpplus', deviceKind: 'recorder' },
    truths: { resetPage: 'list', mailbox: 'lost', questions: 'known' },
    best: 'cp-plus-questions',
    fact: 'cp-questions',
  },
  {
    who: 'CP Plus, nothing',
    known: { vendor: 'cpplus', deviceKind: 'recorder' },
    truths: { resetPage: 'qr', mailbox: 'lost', questions: 'none' },
    best: 'cp-plus-support',
    fact: 'cp-call',
  },
  {
    who: 'Lorex N831',
    known: { vendor: 'lorex', deviceKind: 'recorder' },
    truths: { resetPage: 'questions', series: 'connect' },
    best: 'lorex-connect',
    fact: 'lorex-questions',
  },
  {
    who: 'Lorex Home',
    known: { vendor: 'lorex', deviceKind: 'recorder' },
    truths: { resetPage: 'questions', series: 'home', account: 'bound' },
    best: 'lorex-home',
    fact: 'lorex-home',
  },
  {
    who: 'Lorex Cloud',
    known: { vendor: 'lorex', deviceKind: 'recorder' },
    truths: { resetPage: 'questions', series: 'cirrus' },
    best: 'lorex-website',
    fact: 'lorex-website',
  },
  {
    who: 'Lorex Pro',
    known: { vendor: 'lorex', deviceKind: 'recorder' },
    truths: { resetPage: 'questions', series: 'pro' },
    best: 'lorex-support',
    fact: 'lorex-temp',
  },
  {
    who: 'VIGI recorder',
    known: { vendor: 'vigi', deviceKind: 'recorder' },
    truths: { resetPage: 'qr', mailbox: 'reachable' },
    best: 'vigi-nvr',
    fact: 'vigi-nvr',
  },
  {
    who: 'VIGI camera',
    known: { vendor: 'vigi', deviceKind: 'camera' },
    truths: { resetPage: 'noLink', place: 'atDevice', mailbox: 'reachable' },
    best: 'vigi-camera',
    fact: 'vigi-camera',
  },
  {
    who: 'Reolink NVR',
    known: { vendor: 'reolink', deviceKind: 'recorder' },
    truths: { resetPage: 'questions' },
    best: 'reolink-nvr',
    fact: 'reolink',
  },
  {
    who: 'EZVIZ in an account',
    known: { vendor: 'ezviz', deviceKind: 'recorder' },
    truths: { resetPage: 'list', account: 'bound' },
    best: 'ezviz-recorder',
    fact: 'ezviz-code',
  },
  {
    who: 'EZVIZ without account',
    known: { vendor: 'ezviz', deviceKind: 'recorder' },
    truths: { resetPage: 'list', account: 'none' },
    best: 'ezviz-photo',
    fact: 'ezviz-photo',
  },
  {
    who: 'IDIS',
    known: { vendor: 'idis', deviceKind: 'recorder' },
    truths: { resetPage: 'list' },
    best: 'idis-recorder',
    fact: 'idis-code',
  },
  {
    who: 'Provision-ISR',
    known: { vendor: 'provision', deviceKind: 'recorder' },
    truths: { resetPage: 'questions' },
    best: 'provision-recorder',
    fact: 'provision-page',
  },
  {
    who: 'Night Owl',
    known: { vendor: 'nightowl', deviceKind: 'recorder' },
    truths: { resetPage: 'message', mailbox: 'reachable' },
    best: 'night-owl-recorder',
    fact: 'nightowl-code',
  },
  {
    who: 'Helix',
    known: { vendor: 'helix', deviceKind: 'recorder' },
    truths: { resetPage: 'qr' },
    best: 'helix-recorder',
    fact: 'helix',
  },
  {
    who: 'Northern',
    known: { vendor: 'northern', deviceKind: 'recorder' },
    truths: { resetPage: 'qr' },
    best: 'northern-recorder',
    fact: 'northern-qr',
  },
  {
    who: 'Swann',
    known: { vendor: 'swann', deviceKind: 'recorder' },
    truths: { resetPage: 'list' },
    best: 'brand-support',
    fact: 'brand-unknown',
  },
  {
    who: 'another brand, set up for the first time',
    known: { vendor: 'other', deviceKind: 'camera' },
    truths: { resetPage: 'notSetUp' },
    best: 'other-set-up',
    fact: 'set-up-other',
  },
];

function play({ known, truths }: Call) {
  const [stop] = playCall(playbooks, questions, { known, truths, answers: [] });
  if (stop?.at !== 'chooser') throw new Error('A call begins with the chooser.');
  return { asked: stop.asked.map(({ question }) => question.key), best: stop.offers[0] };
}

describe('a call comes to the way that its source documents', () => {
  it.each(calls.map((call) => [call.who, call] as const))('%s', (_, call) => {
    const { best, asked } = play(call);
    expect(best?.id, asked.join(', ')).toBe(call.best);
    expect(best?.facts.map(({ id }) => id)).toContain(call.fact);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('after two questions, in the middle of them', () => {
    const counts = calls.map((call) => play(call).asked.length).toSorted((one, other) => one - other);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(2);
  });
});
