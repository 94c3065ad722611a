import { describe, expect, it } from 'vitest';
import { refusedSwitches } from './release-switches.ts';

describe('the switches that a release refuses', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-setuid-sandbox',
    '--no-zygote',
    '--single-process',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--disable-features=IsolateOrigins',
    '--allow-running-insecure-content',
    '--ignore-certificate-errors',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--inspect-port=0',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--user-agent=x',
    '--proxy-server=http://127.0.0.1:8080',
    '--proxy-pac-url=data:,x',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--renderer-cmd-prefix=gdb',
    '--utility-cmd-prefix=gdb',
    '--gpu-launcher=gdb',
    '--use-fake-ui-for-media-stream',
    '--use-file-for-fake-video-capture=/tmp/x.y4m',
    '--auto-select-desktop-capture-source=Screen',
    '--log-net-log=/tmp/x',
    '--enable-logging',
    '--require=/tmp/x.js',
    '-r',
    '-remote-debugging-port=9222',
    '--a-switch-of-a-later-chromium',
  ])('are among others %s', (written) => {
    expect(refusedSwitches(['--scan', written, 'file.png'], 'linux')).toEqual([written.split('=', 1)[0]]);
  });

  it('are named once each, and read as Windows writes them too', () => {
    expect(refusedSwitches(['--inspect=1', '--inspect=2', '--no-sandbox'], 'linux')).toEqual([
      '--inspect',
      '--no-sandbox',
    ]);
    expect(refusedSwitches(['/remote-debugging-port=1', '--Inspect'], 'win32')).toEqual([
      '/remote-debugging-port',
      '--Inspect',
    ]);
  });

  it('are none of those that a person, a desktop or an installer starts the program with', () => {
    const harmless = [
      '--scan',
      '--no-startup-window',
      '--user-data-dir=/srv/desk 2',
      '--password-store=gnome-libsecret',
      '--lang=es',
      '--disable-gpu',
      '--force-device-scale-factor=1.5',
      '--ozone-platform-hint=auto',
      '-psn_0_12345',
      '-ToastActivated',
      '--updated',
      '/home/ada/code.png',
      '',
    ];
    expect(refusedSwitches(harmless, 'linux')).toEqual([]);
    expect(refusedSwitches([], 'linux')).toEqual([]);
    expect(refusedSwitches(['--', '--inspect'], 'linux')).toEqual([]);
  });
});
