import { describe, expect, it } from 'vitest';
import { formatEntry } from './log-entry.ts';
import { describeError, stackFrames } from './redact.ts';

const SECRET = 'K7MX-hunter2';

describe('describeError', () => {
  it('keeps the kind, the code and the places of an error', () => {
    const text = describeError(Object.assign(new TypeError(SECRET), { code: 'ENOENT' }));
    expect(text).toMatch(/^TypeError \(ENOENT\)\n {4}at .*redact\.test\.ts:\d+:\d+/);
  });

  it('leaves the message out, of one line or of many', () => {
    expect(describeError(new Error(SECRET))).not.toContain(SECRET);
    expect(describeError(new Error(`first\n    at ${SECRET}\n${SECRET}`))).not.toContain(SECRET);
    expect(describeError(new Error(`x\n    at call (${SECRET}:1:2)`))).not.toContain(SECRET);
  });

  it('leaves out what a parser quotes of its input', () => {
    let caught: unknown;
    try {
      JSON.parse(`{"code": ${SECRET}`);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(SyntaxError);
    expect(describeError(caught)).not.toContain('hunter2');
  });

  it('leaves out fields, causes and codes that carry data', () => {
    const error = Object.assign(new Error('x', { cause: new Error(SECRET) }), {
      input: SECRET,
      code: SECRET,
    });
    error.name = `Error about ${SECRET}`;
    expect(describeError(error)).not.toContain(SECRET);
  });

  it('tells only the type of a thing that is no error', () => {
    expect(describeError(SECRET)).toBe('not an Error but string');
    expect(describeError({ toString: () => SECRET })).toBe('not an Error but object');
  });
});

describe('stackFrames', () => {
  it('finds the places of functions, methods, constructors and modules', () => {
    const frames = [
      '    at open (file:///app/out/main/backend.js:10:5)',
      '    at async Store.open (file:///app/out/main/backend.js:20:7)',
      '    at new Vault (/app/out/main/index.js:1:2)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:91:21)',
      '    at file:///app/out/main/index.js:3:4',
    ];
    expect(stackFrames(`TypeError: ${SECRET}\n${frames.join('\n')}`)).toEqual(frames);
  });

  it('drops the source line and the message that a crash prints', () => {
    const crash = `file:///app/out/main/backend.js:5\n  throw new Error('${SECRET}')\n        ^\n\nError: ${SECRET}`;
    expect(stackFrames(crash)).toEqual([]);
  });
});

describe('formatEntry', () => {
  it('names the endpoint that failed', () => {
    expect(formatEntry('bug in a shell endpoint', 'mail.openDraft')).toBe(
      'bug in a shell endpoint: mail.openDraft',
    );
  });

  it('drops a name that could be anything else', () => {
    expect(formatEntry('bug in a shell endpoint', `no such ${SECRET}`)).toBe('bug in a shell endpoint');
    expect(formatEntry('bug in a shell endpoint', `{"code":"${SECRET}"}`)).toBe('bug in a shell endpoint');
  });
});
