import { prepare } from './prepare.ts';
import { runDemo } from './run-demo.ts';
import { runEntry } from './setup-error.ts';

/** `npm run demo`: the guided demo with the practice device. */
await runEntry(async () => await runDemo(await prepare(), process.argv.slice(2)));
