import { describe, expect, it } from 'vitest';
import { checkTemplate } from './check.ts';
import { fillMessage, fillText } from './fill.ts';
import { type MessageTemplate, readTemplate } from './template.ts';
import { messageVariableSchema } from './variables.ts';

const template: MessageTemplate = {
  id: 'code-on-its-way',
  moment: 'onItsWay',
  channel: 'sms',
  name: { en: 'On its way', es: 'En camino' },
  subject: { en: '', es: '' },
  text: {
    en: 'Hello {customerName}, ticket {ticketNumber}.',
    es: 'Hola {customerName}, caso {ticketNumber}.',
  },
};

describe('a message', () => {
  it('is filled in the language of the customer', () => {
    const values = { customerName: 'Lucía', ticketNumber: '7' };
    expect(fillMessage(template, 'es', values)).toMatchObject({
      language: 'es',
      isComplete: true,
      body: { text: 'Hola Lucía, caso 7.' },
    });
  });

  it('is English where the language of the customer is not written', () => {
    const onlyEnglish = { ...template, text: { ...template.text, es: '  ' } };
    expect(fillMessage(onlyEnglish, 'es', {})).toMatchObject({ language: 'en' });
  });

  it('has no text as long as a variable is missing or blank', () => {
    const filled = fillMessage(template, 'en', { customerName: ' ', ticketNumber: '7' });
    expect(filled).toMatchObject({ isComplete: false, missing: ['customerName'], body: { text: null } });
    expect(filled.body.pieces).toContainEqual({ kind: 'missing', name: 'customerName' });
  });

  it('puts values in as they are, braces included', () => {
    expect(fillText('{customerName}!', { customerName: '{agentName} $& {x}' }).text).toBe(
      '{agentName} $& {x}!',
    );
  });

  it('needs the subject of a mail only', () => {
    const mail = { ...template, channel: 'mail', subject: { en: 'For {shopName}', es: '' } } as const;
    const values = { customerName: 'A', ticketNumber: '1' };
    expect(fillMessage(mail, 'en', values)).toMatchObject({ isComplete: false, missing: ['shopName'] });
    expect(fillMessage({ ...mail, channel: 'chat' }, 'en', values).isComplete).toBe(true);
  });
});

describe('reading a template', () => {
  it.each(['', 'plain', '{customerName}', 'a {b} c { d } } {}', '{{customerName}}', '{customerName'])(
    'loses nothing of %j',
    (text) => {
      const whole = readTemplate(text).map((piece) =>
        piece.kind === 'variable' ? `{${piece.name}}` : piece.text,
      );
      expect(whole.join('')).toBe(text);
    },
  );

  it.each(['{password}', '{securityCode}', '{toString}', '{}', '{customername}'])('knows no %s', (text) => {
    expect(readTemplate(text)).toEqual([{ kind: 'fault', fault: 'unknownVariable', text }]);
  });
});

describe('checking a template', () => {
  it('finds nothing in a sound one', () => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('names every fault with its language', () => {
    const faulty = {
      ...template,
      name: { en: '', es: '' },
      text: { en: 'Hello {password}', es: '' },
    };
    expect(checkTemplate(faulty)).toEqual([
      { kind: 'unnamed' },
      { kind: 'unknownVariable', language: 'en', text: '{password}' },
      { kind: 'notWritten', language: 'es' },
    ]);
    expect(checkTemplate({ ...template, text: { en: 'Hello {', es: 'Hola' } })).toEqual([
      { kind: 'strayBrace', language: 'en', text: '{' },
    ]);
  });
});

it('has no variable for a secret', () => {
  for (const name of messageVariableSchema.options) expect(name).not.toMatch(/pass|secret|code$|pin/i);
});
