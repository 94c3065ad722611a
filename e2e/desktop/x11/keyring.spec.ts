import { test } from '../../fixtures/desk.ts';
import { startAsIAm } from '../../fixtures/ordinary-user.ts';
import { tellKeyringStories } from '../shared/keyring.ts';

tellKeyringStories(test, startAsIAm);
