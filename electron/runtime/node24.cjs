/**
 * Runs a command on the Node 24 that `npm ci` brings as a package: `node node24.cjs COMMAND ARGUMENTS`. Plain JavaScript,
 * since the Node that is installed may be too old for anything else here.
 *
 * npm's own link to it can not be relied on: npm 10 takes it away again with the siblings for other systems.
 */
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const NEEDED_MAJOR = 24;

const modules = join(__dirname, '..', '..', 'node_modules');
const system = process.platform === 'win32' ? 'win' : process.platform;
const brought = join(modules, `node-${system}-${process.arch}`, 'bin');
const hasBrought = existsSync(join(brought, process.platform === 'win32' ? 'node.exe' : 'node'));

if (!hasBrought && Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
  process.stderr.write(
    `ResetDesk's tools need Node ${NEEDED_MAJOR}; this is ${process.versions.node}, and \`npm ci\` brought no other.\n` +
      `Please run \`npm ci\` again (it goes on where there is no package of Node for this system, ${system} ` +
      `${process.arch}), or install Node ${NEEDED_MAJOR}.\n`,
  );
  process.exit(1);
}

const path = [...(hasBrought ? [brought] : []), join(modules, '.bin'), process.env.PATH ?? ''].join(
  delimiter,
);
const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
  shell: process.platform === 'win32',
});
// Ctrl+C reaches the child as well, which ends first and in its own way.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
});
child.on('exit', (code, signal) => {
  process.exitCode = signal === null ? code : 128;
});
