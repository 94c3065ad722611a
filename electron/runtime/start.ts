import { prepare } from './prepare.ts';
import { runShown } from './run.ts';
import { runDemo } from './run-demo.ts';
import { runEntry } from './setup-error.ts';
import { hasDisplay } from './virtual-display.ts';

/** `npm start [-- switches of Electron]`: opens ResetDesk; where there is no display it plays the demo. */
await runEntry(async () => {
  const plan = await prepare();
  if (!hasDisplay()) {
    console.log('There is no display here, so ResetDesk plays its demo on a virtual one.');
    return await runDemo(plan, []);
  }
  return await runShown(plan.executablePath, [...plan.args, ...process.argv.slice(2)], { env: plan.env });
});
