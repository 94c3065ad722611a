import { describe, expect, it } from 'vitest';
import { Hotkey } from './hotkey.ts';

function setUp(options: { isTaken?: boolean; isWayland?: boolean } = {}) {
  const registered = new Map<string, () => void>();
  const told: string[] = [];
  let scans = 0;
  const hotkey = new Hotkey({
    shortcuts: {
      register: (accelerator, onPress) => {
        if (options.isTaken === true) return false;
        registered.set(accelerator, onPress);
        return true;
      },
      unregister: (accelerator) => void registered.delete(accelerator),
    },
    isWayland: options.isWayland ?? false,
    onPress: () => {
      scans += 1;
    },
    onState: ({ state }) => told.push(state),
  });
  return { hotkey, registered, told, scans: () => scans };
}

describe('the hotkey', () => {
  it('counts as working only after it has arrived', () => {
    const { hotkey, registered, scans } = setUp();
    hotkey.apply('Control+Shift+F2');
    expect(hotkey.getState()).toEqual({ accelerator: 'Control+Shift+F2', state: 'untested' });
    registered.get('Control+Shift+F2')?.();
    expect(hotkey.getState().state).toBe('works');
    expect(scans()).toBe(1);
  });

  it('lets the former keys go when others are chosen, and all when it is switched off', () => {
    const { hotkey, registered, told } = setUp();
    hotkey.apply('Control+Shift+F2');
    hotkey.apply('Control+Shift+F8');
    expect([...registered.keys()]).toEqual(['Control+Shift+F8']);
    hotkey.apply(null);
    expect(registered.size).toBe(0);
    expect(told).toEqual(['untested', 'untested', 'off']);
  });

  it('says that another program has the keys', () => {
    const { hotkey } = setUp({ isTaken: true });
    hotkey.apply('Control+Shift+F2');
    expect(hotkey.getState().state).toBe('taken');
  });

  it('promises nothing on Wayland until it arrives', () => {
    const { hotkey, registered } = setUp({ isWayland: true });
    hotkey.apply('Control+Shift+F2');
    expect(hotkey.getState().state).toBe('wayland');
    registered.get('Control+Shift+F2')?.();
    expect(hotkey.getState().state).toBe('works');
  });

  it('tells a press to the test that waits for it, and does not scan', async () => {
    const { hotkey, registered, scans } = setUp();
    hotkey.apply('Control+Shift+F2');
    const test = hotkey.test();
    registered.get('Control+Shift+F2')?.();
    expect(await test).toBe(true);
    expect(scans()).toBe(0);
    registered.get('Control+Shift+F2')?.();
    expect(scans()).toBe(1);
  });

  it('ends a test without a press when it is stopped or the keys change', async () => {
    const { hotkey } = setUp();
    hotkey.apply('Control+Shift+F2');
    const stopped = hotkey.test();
    hotkey.stopTest();
    const changed = hotkey.test();
    hotkey.apply('Control+Shift+F8');
    expect(await stopped).toBe(false);
    expect(await changed).toBe(false);
  });
});
