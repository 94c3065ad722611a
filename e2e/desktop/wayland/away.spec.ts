import { startAsOrdinaryUser } from '../../fixtures/ordinary-user.ts';
import { test } from '../../fixtures/wayland-desk.ts';
import { tellAwayStory } from '../shared/away.ts';

tellAwayStory(test, startAsOrdinaryUser);
