import { describe, expect, it } from 'vitest';
import { foundText } from './found.ts';
import { createSeenCollector } from './seen-collector.ts';

const label = foundText('{SN:4K002C6PAJA49A7,DT:IPC-C35P}');
const link = foundText('https://example.com');

describe('createSeenCollector', () => {
  it('tells nothing while nothing is seen', () => {
    expect(createSeenCollector().add([], 0)).toBeNull();
  });

  it('waits a few frames, then tells every code once, the best first', () => {
    const collector = createSeenCollector();
    expect(collector.add([link], 1000)).toBeNull();
    expect(collector.add([link, label], 1100)).toBeNull();
    expect(collector.add([], 1200)).toEqual([label, link]);
  });

  it('starts afresh after it has told', () => {
    const collector = createSeenCollector();
    collector.add([link], 0);
    collector.add([], 200);
    expect(collector.add([], 300)).toBeNull();
    expect(collector.add([label], 400)).toBeNull();
    expect(collector.add([], 600)).toEqual([label]);
  });
});
