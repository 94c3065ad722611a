import { describe, expect, it } from 'vitest';
import { readPlaybookFile } from './read-file.ts';
import { smallPlaybook } from './small-playbook.fixture.ts';

const surroundings = { library: { parts: [], facts: [] }, questions: [] };
const file = JSON.stringify(smallPlaybook, null, 2);

/** The problems of the fixture's text after a change in it. */
function problemsOf(from: string, to: string) {
  const changed = file.replace(from, to);
  expect(changed).not.toBe(file);
  const reading = readPlaybookFile(changed, surroundings);
  return reading.ok ? [] : reading.problems;
}

const lineOf = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split('\n').length;

describe('readPlaybookFile', () => {
  it('reads a sound file', () => {
    expect(readPlaybookFile(file, surroundings)).toEqual({ ok: true, playbook: smallPlaybook });
  });

  it('tells a slip of the pen by its line', () => {
    const [problem] = problemsOf('"version": 1,', '"version": 1');
    expect(problem).toEqual({ place: { line: 4, column: 3 }, path: '', reason: 'A comma or } is expected.' });
  });

  it('tells a field that is wrong by its path and line', () => {
    const [problem] = problemsOf('"phase": "scan"', '"phase": "scanning"');
    expect(problem?.path).toBe('steps[2].phase');
    expect(problem?.place?.line).toBe(lineOf(file, '"phase": "scan"'));
  });

  it('tells a field that nobody knows', () => {
    const [problem] = problemsOf('"version": 1,', '"version": 1, "colour": "red",');
    expect(problem?.reason).toContain('colour');
  });

  it('tells a road that leads nowhere at its step', () => {
    const [problem] = problemsOf('"leadsTo": "verify"', '"leadsTo": "nowhere"');
    expect(problem?.reason).toContain('step "password", answer "set" leads to "nowhere"');
    expect(problem?.place?.line).toBe(lineOf(file, '"id": "password"') - 1);
  });

  it('tells an answer that teaches what no question asks', () => {
    const [problem] = problemsOf('"learns": {}', '"learns": { "weather": "fine" }');
    expect(problem?.reason).toContain('no question has the key "weather"');
  });

  it('tells not more than twenty problems at once', () => {
    expect(problemsOf('"steps": [', `"steps": [${'{},'.repeat(30)}`)).toHaveLength(20);
  });
});
