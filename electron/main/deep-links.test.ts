import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { expect, it, vi } from 'vitest';
import { hearOpenedLinks } from './deep-links.ts';

vi.mock('electron', () => ({ app: {} }));

it('keeps the link that started the program until somebody listens', () => {
  const source = new EventEmitter();
  const opened = hearOpenedLinks(source as unknown as Pick<App, 'on'>);
  const preventDefault = vi.fn();
  source.emit('open-url', { preventDefault }, 'resetdesk://ticket/1');
  const heard: string[] = [];
  opened.handTo((url) => void heard.push(url));
  source.emit('open-url', { preventDefault }, 'resetdesk://ticket/2');
  expect(heard).toEqual(['resetdesk://ticket/1', 'resetdesk://ticket/2']);
  expect(preventDefault).toHaveBeenCalledTimes(2);
});
