import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { CallError, ofTicket, storeFailed } from '../../core/contract/errors.ts';
import { failureWords, refusalWords } from './failure-words.ts';
import { startI18n } from './i18n.ts';

beforeAll(() => startI18n('es'));

const english = () => i18next.getFixedT('en');
const spanish = () => i18next.getFixedT('es');

it('says why something was refused in the language of the window', () => {
  const error = new CallError('refused', 'The customer has an open ticket. Close it first.');
  expect(failureWords(error, english()).next).toBe('The customer has an open ticket. Close it first.');
  expect(failureWords(error, spanish())).toEqual({
    title: 'Eso no es posible ahora',
    next: 'El cliente tiene un caso abierto. Ciérrelo primero.',
  });
});

it('names the ticket that a refusal is about', () => {
  const message = ofTicket(12, 'The ticket is closed.');
  expect(refusalWords(message, english())).toBe('Ticket 12: The ticket is closed.');
  expect(refusalWords(message, spanish())).toBe('Caso 12: El caso está cerrado.');
});

it('shows a sentence that is not translated as it was written, whatever stands in it', () => {
  expect(refusalWords('New here: not yet. In any language.', spanish())).toBe(
    'New here: not yet. In any language.',
  );
});

it('never shows what the backend wrote of any other failure', () => {
  const full = failureWords(storeFailed('diskFull', 'No room.'), spanish());
  expect(full.title).toBe('El disco está lleno');
  const bug = failureWords(new Error('x is undefined'), english());
  expect(bug.title).toBe('Something went wrong inside ResetDesk');
});
