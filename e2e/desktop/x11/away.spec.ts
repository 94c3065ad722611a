import { test } from '../../fixtures/desk.ts';
import { startAsIAm } from '../../fixtures/ordinary-user.ts';
import { tellAwayStory } from '../shared/away.ts';

tellAwayStory(test, startAsIAm);
