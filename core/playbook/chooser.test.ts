import { describe, expect, it } from 'vitest';
import type { EarlierRoute } from '../ticket/schema.ts';
import { bestRoute, choose, situationOf } from './chooser.ts';
import { type Playbook, playbookSchema } from './schema.ts';
import { type Situation, type SituationQuestion, situationQuestionSchema, unsure } from './situation.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

const text = (en: string) => ({ en });

/** A route that differs only in when it suits. */
function route(
  id: string,
  preference: number,
  needs: Readonly<Record<string, readonly string[]>>,
  match: object = {},
): Playbook {
  return playbookSchema.parse({
    ...smallPlaybook,
    id,
    suits: {
      why: text(id),
      preference,
      needs: Object.entries(needs).map(([key, anyOf]) => ({
        key,
        anyOf,
        because: text(`${key} is missing`),
      })),
    },
    match: { ...smallPlaybook.match, deviceKinds: ['recorder', 'camera'], ...match },
  });
}

function question(key: string, values: readonly string[]): SituationQuestion {
  return situationQuestionSchema.parse({
    key,
    title: text(key),
    say: text(key),
    name: text(key),
    answers: values.map((value) => ({ value, label: text(value) })),
  });
}

const questions = [
  question('vendor', []),
  question('deviceKind', ['recorder', 'camera']),
  question('mailbox', ['reachable', 'lost']),
  question('network', ['same', 'other']),
];
const app = route('app', 10, { mailbox: ['reachable'] });
const file = route('file', 30, { network: ['same'] });
const vendor = route('vendor-ticket', 70, {});
const routes = [vendor, file, app];
const recorder: Situation = { vendor: 'dahua', deviceKind: 'recorder' };
const fresh = { playbookId: '', routes: [] };

const ids = (offers: readonly { readonly playbook: Playbook }[]) => offers.map(({ playbook }) => playbook.id);

function failed(playbookId: string, situation: Situation): EarlierRoute {
  return {
    playbookId,
    playbookVersion: 1,
    stepId: '@chooser',
    passedSteps: [],
    hasFailed: true,
    situation,
    leftAt: 5,
  };
}

describe('choose', () => {
  it('puts the gentlest route first and asks what it depends on', () => {
    const choice = choose(routes, questions, fresh, recorder);
    expect(ids(choice.offers)).toEqual(['app', 'file', 'vendor-ticket']);
    expect(choice.question?.key).toBe('mailbox');
  });

  it('stops asking once the best one is clear', () => {
    const choice = choose(routes, questions, fresh, { ...recorder, mailbox: 'reachable' });
    expect(choice.question).toBeNull();
    expect(ids(choice.offers)[0]).toBe('app');
  });

  it('leaves out what can not work, with the reason, and asks about the next best', () => {
    const choice = choose(routes, questions, fresh, { ...recorder, mailbox: 'lost' });
    expect(ids(choice.offers)).toEqual(['file', 'vendor-ticket']);
    expect(choice.excluded).toMatchObject([
      {
        playbook: { id: 'app' },
        obstacle: { kind: 'need', need: { because: { en: 'mailbox is missing' } } },
      },
    ]);
    expect(choice.question?.key).toBe('network');
  });

  it('does not ask again what nobody knows, and rules nothing out by it', () => {
    const choice = choose(routes, questions, fresh, { ...recorder, mailbox: unsure });
    expect(choice.question).toBeNull();
    expect(ids(choice.offers)[0]).toBe('app');
  });

  it('asks about the last route that is left too: it would be taken in vain otherwise', () => {
    expect(choose([app], questions, fresh, recorder).question?.key).toBe('mailbox');
    expect(choose([vendor], questions, fresh, recorder).question).toBeNull();
  });

  it('takes the brand and the kind of the route that failed for known, unless its last answer doubts them', () => {
    const lorex = route('lorex', 5, {}, { vendors: [{ family: 'lorex', name: text('Lorex') }] });
    const camera = route('camera', 6, {}, { deviceKinds: ['camera'] });
    const app = route('app', 10, {}, { deviceKinds: ['recorder'] });
    const passed = (answerId: string) => [{ stepId: 'wait', answerId, at: 1 }];
    const failedBy = (answerId: string) => ({
      playbookId: 'app',
      routes: [{ ...failed('app', {}), passedSteps: passed(answerId) }],
    });
    const doubting = {
      ...app,
      steps: app.steps.map((step) =>
        step.id === 'wait'
          ? { ...step, answers: step.answers.map((each) => ({ ...each, doubts: ['vendor', 'deviceKind'] })) }
          : step,
      ),
    };
    const sure = choose([lorex, camera, app, vendor], questions, failedBy('nothing'), {});
    expect(ids(sure.offers)).toEqual(['vendor-ticket']);
    expect(sure.situation).toEqual({ vendor: 'dahua', deviceKind: 'recorder' });
    const told = { vendor: 'inDoubt', deviceKind: 'inDoubt' };
    const unsure = choose([lorex, camera, doubting, vendor], questions, failedBy('nothing'), told);
    expect(unsure.question?.key).toBe('vendor');
    // Asked, but not preselected.
    expect(ids(unsure.offers)).toEqual(['camera', 'vendor-ticket', 'lorex']);
  });

  it('puts the same act and the same mailbox behind all else', () => {
    const suiting = (
      playbook: Playbook,
      act: 'scanWithApp' | 'mailText' | 'askSupport',
      recipient: 'savedMailbox' | 'agent',
    ) => ({
      ...playbook,
      suits: { ...playbook.suits, act, recipient },
    });
    const tried = suiting(app, 'scanWithApp', 'savedMailbox');
    const sameAct = suiting(route('same-act', 12, {}), 'scanWithApp', 'agent');
    const sameMailbox = suiting(route('same-mailbox', 14, {}), 'mailText', 'savedMailbox');
    const support = suiting(vendor, 'askSupport', 'agent');
    const all = [tried, sameAct, sameMailbox, support];
    const { offers } = choose(
      all,
      questions,
      { playbookId: 'app', routes: [failed('app', recorder)] },
      recorder,
    );
    expect(offers.map(({ playbook: { id }, isRepeat }) => [id, isRepeat])).toEqual([
      ['vendor-ticket', false],
      ['same-act', true],
      ['same-mailbox', true],
    ]);
  });

  it('asks once for several things that matter, with the answers that matter here', () => {
    const joint = situationQuestionSchema.parse({
      ...question('means', []),
      covers: ['account', 'questions', 'guidFile'],
      answers: [
        { value: 'account', label: text('account'), implies: { account: 'bound' } },
        { value: 'guidFile', label: text('file'), implies: { guidFile: 'there' } },
        { value: 'none', label: text('none'), implies: { account: 'none', questions: 'none' } },
      ],
    });
    const all = [
      ...questions,
      joint,
      question('account', ['bound', 'none']),
      question('questions', ['known', 'none']),
    ];
    const account = route('account', 1, { account: ['bound'] });
    const answers = route('answers', 2, { questions: ['known'] });
    const both = choose([account, answers, vendor], all, fresh, recorder);
    expect([both.question?.key, both.question?.answers.map(({ value }) => value)]).toEqual([
      'means',
      ['account', 'none'],
    ]);
    const one = choose([account, vendor], all, fresh, recorder);
    expect(one.question?.key).toBe('account');
  });

  it('rules out by a scanned code of another family what shows none of it', () => {
    const dahua = route('dahua', 5, {}, { resetQrs: ['dahua'] });
    const other = route('other', 6, {}, { resetQrs: [] });
    const choice = choose([dahua, other], questions, fresh, { ...recorder, resetQr: 'dahua' });
    expect(ids(choice.offers)).toEqual(['dahua']);
  });

  it('asks the question first that rules out most', () => {
    const both = route('both', 5, { mailbox: ['reachable'], network: ['same'] });
    const alsoMail = route('also-mail', 20, { mailbox: ['reachable'] });
    const most = choose([both, app, alsoMail, vendor], questions, fresh, recorder);
    expect(most.question?.key).toBe('mailbox');
    const alsoNetwork = [route('n1', 40, { network: ['same'] }), route('n2', 50, { network: ['same'] })];
    const other = choose([both, file, ...alsoNetwork, vendor], questions, fresh, recorder);
    expect(other.question?.key).toBe('network');
  });

  it('takes the brands of the playbooks as answers to the question for the brand', () => {
    const lorex = route('lorex', 10, {}, { vendors: [{ family: 'lorex', name: text('Lorex') }] });
    const choice = choose([lorex, vendor], questions, fresh, { deviceKind: 'recorder' });
    expect(choice.question?.key).toBe('vendor');
    const known = choose([lorex, vendor], questions, fresh, recorder);
    expect(known.excluded).toMatchObject([{ playbook: { id: 'lorex' }, obstacle: { kind: 'vendor' } }]);
  });

  it('names the kind or the generation that a route is not documented for', () => {
    const camera = route('camera', 10, {}, { deviceKinds: ['camera'] });
    const newer = route('newer', 20, {}, { generations: ['2022plus'] });
    const choice = choose([camera, newer], questions, fresh, { ...recorder, generation: 'older' });
    expect(choice.excluded.map(({ obstacle }) => obstacle.kind)).toEqual(['deviceKind', 'generation']);
  });

  it('leaves out the route that the ticket is on', () => {
    expect(ids(choose(routes, questions, { playbookId: 'app', routes: [] }, recorder).offers)).toEqual([
      'file',
      'vendor-ticket',
    ]);
  });

  it('offers a failed route again only when something that it depends on has changed', () => {
    const on = (before: Situation, now: Situation) =>
      choose(routes, questions, { playbookId: 'app', routes: [failed('app', before)] }, now);
    const same = { ...recorder, mailbox: 'reachable' };
    expect(on(same, same).excluded).toMatchObject([{ obstacle: { kind: 'failed', at: 5 } }]);
    // Learning something new about it is no change; nor is a change elsewhere.
    expect(ids(on(recorder, same).offers)).not.toContain('app');
    expect(ids(on(same, { ...same, network: 'other' }).offers)).not.toContain('app');
    expect(ids(on({ ...recorder, mailbox: 'lost' }, same).offers)).toContain('app');
  });

  it('offers a route that was only left, as one that goes on', () => {
    const left = { ...failed('app', recorder), hasFailed: false };
    const [offer] = choose(routes, questions, { playbookId: 'file', routes: [left] }, recorder).offers;
    expect(offer).toMatchObject({ playbook: { id: 'app' }, isStarted: true });
  });
});

describe('bestRoute', () => {
  it('takes the gentlest that nothing speaks against', () => {
    expect(bestRoute(routes, {})?.id).toBe('app');
    expect(bestRoute(routes, { mailbox: 'lost' })?.id).toBe('file');
    expect(bestRoute(routes, { vendor: 'hikvision' })).toBeNull();
  });
});

describe('situationOf', () => {
  it('takes what was learned over the device record', () => {
    const device = { kind: 'camera', vendorFamily: 'dahua', generation: null };
    expect(situationOf({ situation: { vendor: 'oem' } }, device)).toEqual({
      deviceKind: 'camera',
      vendor: 'oem',
    });
    expect(situationOf({ situation: {} }, null)).toEqual({});
  });
});
