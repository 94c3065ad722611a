import { test } from '../../fixtures/desk.ts';
import { tellHotkeyStory } from './hotkey-focus.ts';
import { tellWindowStories } from './window-state.ts';

test.use({ windowManager: 'openbox' });
tellHotkeyStory();
tellWindowStories(false);
