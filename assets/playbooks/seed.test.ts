import { describe, expect, it } from 'vitest';
import { fillLabels } from '../../core/playbook/labels.ts';
import { chooserStepId, type Playbook, type Step } from '../../core/playbook/schema.ts';
import { playbooks } from './whole-playbooks.fixture.ts';

/** The twenty statements of the vendor wiki's page on the reset with DMSS (26 Feb 2021), and the step that honours each. */
const recorder = spoken('dahua-dmss', { deviceKind: 'recorder' });
const camera = spoken('dahua-dmss-camera', { deviceKind: 'camera' });

function spoken(id: string, situation: Readonly<Record<string, string>>): Playbook {
  const found = playbooks.find((playbook) => playbook.id === id);
  if (found === undefined) throw new Error(`There is no playbook "${id}".`);
  return fillLabels(found, situation);
}

function stepOf(playbook: Playbook, id: string): Step {
  const step = playbook.steps.find((each) => each.id === id);
  if (step === undefined) throw new Error(`${playbook.id} has no step "${id}".`);
  return step;
}

/** All that a step lets an agent say and do, in English. */
function words(playbook: Playbook, id: string): string {
  const { title, say, do: lines, answers } = stepOf(playbook, id);
  return [
    title.en,
    say?.en ?? '',
    ...lines.map(({ en }) => en),
    ...answers.map(({ label }) => label.en),
  ].join(' ');
}

const statements: readonly (readonly [number, string, Playbook, string, RegExp])[] = [
  [
    1,
    'an e-mail address was entered at the initialisation',
    recorder,
    'begin',
    /e-mail address was entered at the first set-up/,
  ],
  [
    2,
    'whoever gets the error box cannot reset this way',
    recorder,
    'requestRefused',
    /cannot be reset this way/,
  ],
  [3, 'another option is taken then', recorder, 'requestRefused', /another official way/],
  [4, 'what is shown can be looked at', recorder, 'submit', /Scan the code/],
  [5, 'the device is connected to the network', recorder, 'begin', /connected to the network/],
  [6, 'DMSS is needed', recorder, 'whoHasApp', /Do you have the DMSS app/],
  [
    7,
    'the QR is found at the local screen or the web page',
    recorder,
    'begin',
    /monitor that is plugged into it, or in a web browser/,
  ],
  [8, 'live view, right click, login', recorder, 'findQrMonitor', /right-click on the live picture/],
  [9, 'Forgot password at the login', recorder, 'findQrMonitor', /click Forgot password/],
  [
    10,
    'web: the IP address, then Forgot password',
    camera,
    'begin',
    /IP address of the device into a browser.*Forgot password/,
  ],
  [11, 'OK at the prompt', recorder, 'findQrMonitor', /Read the notice, then OK/],
  [12, 'the QR is displayed', recorder, 'findQrMonitor', /Do you see a square code/],
  [
    13,
    'the e-mail address is shown in part, and taken down',
    recorder,
    'findQrMonitor',
    /which e-mail address it shows, partly hidden/,
  ],
  [
    14,
    'DMSS: Me, Test Tool, Password Resetting',
    recorder,
    'ownPhone',
    /Me, then Tool Manager or Test Tool, then Password Resetting/,
  ],
  [15, 'the QR is scanned with the phone', recorder, 'ownPhone', /Scan the code/],
  [16, 'the app confirms', recorder, 'ownPhone', /DMSS reports success/],
  [17, 'the code comes by mail shortly', recorder, 'wait', /check the e-mail account/],
  [
    18,
    'the code is entered at the Forgot Password page',
    recorder,
    'code',
    /On the device's page, not in the app/,
  ],
  [19, 'Next', recorder, 'code', /click Next/],
  [20, 'a new password is asked for', recorder, 'password', /choose a new password/],
];

describe('the seed, sentence by sentence', () => {
  it.each(statements)('%i: %s', (_, __, playbook, stepId, wanted) => {
    expect(words(playbook, stepId)).toMatch(wanted);
  });

  it('stands in front: from the code on the screen Enter leads to the customer with DMSS, and on to the code', () => {
    const way = ['findQrMonitor'];
    while (way.length < 6) way.push(stepOf(recorder, way.at(-1) ?? '').answers[0]?.leadsTo ?? '');
    expect(way).toEqual(['findQrMonitor', 'whoHasApp', 'ownPhone', 'wait', 'code', 'password']);
  });

  it('stops at the error box: it is an answer of its own, Enter leaves this route, and a picture has its place', () => {
    const refused = stepOf(recorder, 'requestRefused');
    expect(refused.tool).toBe('keepPicture');
    expect(refused.answers[0]).toMatchObject({ id: 'cannotReset', tone: 'primary', leadsTo: chooserStepId });
    for (const id of ['submit', 'ownPhone', 'pageError'])
      expect(stepOf(recorder, id).answers.find((answer) => answer.id === 'cannotReset')?.leadsTo).toBe(
        chooserStepId,
      );
  });

  it('takes the shown address down where it is shown', () => {
    for (const id of ['findQrMonitor', 'findQrBrowser'])
      expect(stepOf(recorder, id).tool).toBe('maskedMailbox');
    expect(stepOf(camera, 'begin').tool).toBe('maskedMailbox');
  });
});
