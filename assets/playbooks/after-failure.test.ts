import { describe, expect, it } from 'vitest';
import { choose } from '../../core/playbook/chooser.ts';
import { doubtsOf, pointedAct, wasWalked } from '../../core/playbook/implied.ts';
import { rehearse } from '../../core/playbook/rehearse.ts';
import type { Playbook } from '../../core/playbook/schema.ts';
import { walkPlaybook } from '../../core/playbook/walk.ts';
import { playbooks, questions } from './whole-playbooks.fixture.ts';

const familiesOf = ({ match }: Playbook) => match.vendors.map(({ family }) => family);
const shares = (left: readonly string[], right: readonly string[]) =>
  left.some((value) => right.includes(value));

describe.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('after %s', (_, playbook) => {
  const failures = walkPlaybook(playbook).failures.map((state) => ({
    state,
    answer: `${state.passedSteps.at(-1)?.stepId}/${state.passedSteps.at(-1)?.answerId}`,
    choice: choose(playbooks, questions, state, state.situation),
    doubts: state.routes.flatMap((route) => doubtsOf(playbook, route)),
    isWalked: state.routes.some((route) => wasWalked(playbook, route)),
    pointed: pointedAct(playbooks, state.routes),
  }));
  // Where nobody looked at the device, or it is not what the route is for, or names another way itself, nothing was tried.
  const tried = failures.filter(
    ({ isWalked, doubts, pointed }) => isWalked && doubts.length === 0 && pointed === null,
  );

  it('there is always a way, of the same brand and for the same kind of device', () => {
    const wrong = tried.filter(({ choice: { offers } }) => {
      const best = offers[0]?.playbook;
      return (
        best === undefined ||
        !shares(familiesOf(best), familiesOf(playbook)) ||
        !shares(best.match.deviceKinds, playbook.match.deviceKinds)
      );
    });
    expect(wrong.map(({ answer, choice }) => `${answer} -> ${choice.offers[0]?.playbook.id}`)).toEqual([]);
  });

  it('neither the same act nor the same mailbox is suggested first', () => {
    const { act, recipient } = playbook.suits;
    const wrong = tried.filter(({ choice: { offers } }) => {
      const suits = offers[0]?.playbook.suits;
      return suits?.act === act || (recipient === 'savedMailbox' && suits?.recipient === recipient);
    });
    expect(wrong.map(({ answer, choice }) => `${answer} -> ${choice.offers[0]?.playbook.id}`)).toEqual([]);
  });

  it('what the device names itself is suggested', () => {
    const wrong = failures.filter(
      ({ pointed, choice: { offers } }) => pointed !== null && offers[0]?.playbook.suits.act !== pointed,
    );
    expect(wrong.map(({ answer, choice }) => `${answer} -> ${choice.offers[0]?.playbook.id}`)).toEqual([]);
  });

  it('what an answer has put in doubt is asked, and no other brand is preselected', () => {
    const doubted = failures.filter(({ doubts }) => doubts.length > 0);
    const wrong = doubted.filter(({ state, doubts, choice: { offers } }) => {
      const { asked } = rehearse(playbooks, questions, state, state.situation, {});
      const isAsked = doubts.every((key) => asked.some(({ question }) => question.key === key));
      return !isAsked || !shares(familiesOf(offers[0]?.playbook ?? playbook), familiesOf(playbook));
    });
    expect(wrong.map(({ answer, choice }) => `${answer} -> ${choice.offers[0]?.playbook.id}`)).toEqual([]);
  });
});
