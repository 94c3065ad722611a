import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { CallError, ofTicket, storeFailed } from '../../../core/contract/errors.ts';
import { startI18n } from '../../lib/i18n.ts';
import { failedMessage } from './message.ts';

beforeAll(() => startI18n('es'));

const spanish = () => i18next.getFixedT('es', 'undo');

it('says in the language of the window which ticket is in the way of an undo, and why', () => {
  const message = ofTicket(2, 'The ticket has gone on since. Take back what came later first.');
  const { text, detail } = failedMessage('undo', new CallError('conflict', message), 0, spanish());
  expect(text).toBe('Esto no se pudo deshacer');
  expect(detail).toBe('Caso 2: El caso avanzó desde entonces. Deshaga primero lo que vino después.');
});

it('tells of a full disk as every other place does', () => {
  const { detail } = failedMessage('redo', storeFailed('diskFull', 'No room.'), 1, spanish());
  expect(detail).toMatch(/^El disco está lleno\. .*Antes se rehízo 1 caso del mismo cambio\.$/);
});
