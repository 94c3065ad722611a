import { startAsOrdinaryUser } from '../../fixtures/ordinary-user.ts';
import { test } from '../../fixtures/wayland-desk.ts';
import { tellKeyringStories } from '../shared/keyring.ts';

tellKeyringStories(test, startAsOrdinaryUser);
