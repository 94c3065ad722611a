import { describe, expect, it } from 'vitest';
import type { ScanSource } from '../../../core/values.ts';
import type { PictureOutcome } from '../../reader/scan-client.ts';
import { type Found, foundText } from './found.ts';
import { createScanActions } from './scan-actions.ts';
import { initialScanState, reduceScan, type ScanState } from './scan-state.ts';
import type { TakenIn } from './take-in.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;
const empty: PictureOutcome = {
  codes: [],
  glimpses: [],
  elapsedMs: 1,
  problem: null,
  width: 10,
  height: 10,
  thumbnail: null,
  diagnosis: null,
  crops: [],
  page: null,
};

function createBench() {
  let state: ScanState = initialScanState;
  const shown: string[] = [];
  const pages: string[] = [];
  const taken: { found: Found; source: ScanSource }[] = [];
  const host = {
    isContinuous: false,
    intake: async (): Promise<TakenIn | null> => ({
      success: {
        ticketId: 't12',
        ticketNumber: 12,
        what: 'resetCode',
        isClaimed: false,
        customerName: '',
        wasShown: false,
      },
      labelLeft: null,
    }),
    screens: async (): Promise<readonly { name: string; picture: Blob }[]> => [
      { name: 'Screen 1', picture: new Blob() },
    ],
    region: async (): Promise<{ name: string; picture: Blob } | null> => null,
  };
  const actions = createScanActions({
    dispatch: (action) => {
      state = reduceScan(state, action);
    },
    grabScreens: () => host.screens(),
    selectRegion: () => host.region(),
    readPicture: async () => empty,
    readTogether: async (pictures) => pictures.map(() => empty),
    takeIn: (found, source) => {
      taken.push({ found, source });
      return host.intake();
    },
    openFile: async () => ({ kind: 'picture' }),
    glanceAt: async () => empty,
    scanFrames: async () => empty,
    nameMoment: (name) => name,
    namePage: (name, page) => `${name} p${page}`,
    keepsScanning: (source) => host.isContinuous && source === 'camera',
    readPage: (ticketId) => pages.push(ticketId),
    showTicket: (ticketId) => shown.push(ticketId),
  });
  return { actions, host, shown, pages, taken, state: () => state };
}

describe('createScanActions', () => {
  it('takes one code in at once, closes the scanner and shows the ticket', async () => {
    const { actions, shown, taken, state } = createBench();
    await actions.takeText('typed', RESET);
    expect(taken).toMatchObject([{ source: 'typed', found: { reading: { kind: 'dahuaReset' } } }]);
    expect(shown).toEqual(['t12']);
    expect(state()).toMatchObject({ isOpen: false, isBusy: false, success: { ticketNumber: 12 } });
  });

  it('shows the ticket of a code and asks there about the label that does not fit it', async () => {
    const { actions, host, shown, state } = createBench();
    const taken = await host.intake();
    if (taken === null || 'misfit' in taken) throw new Error('It leads to a ticket.');
    const label = foundText('{SN:4K002C6PAJA49A7,DT:IPC-C35P}');
    host.isContinuous = true;
    host.intake = async () => ({ ...taken, labelLeft: { found: label, misfit: {} as never } });
    await actions.takeSeen([foundText(RESET)]);
    expect(shown).toEqual(['t12']);
    expect(state()).toMatchObject({
      isOpen: true,
      isBusy: false,
      question: { source: 'camera', found: label },
    });
  });

  it('reads the page beside a code of a picture, for the ticket that it led to', async () => {
    const { actions, pages } = createBench();
    const page = {
      image: { data: new Uint8Array(1), width: 1, height: 1 },
      code: { x: 0, y: 0, width: 1, height: 1 },
    };
    await actions.takeChosen({ ...foundText(RESET), page }, 'file');
    await actions.takeChosen(foundText(RESET), 'typed');
    expect(pages).toEqual(['t12']);
  });

  it('takes nothing in while several codes wait for the agent', async () => {
    const { actions, taken, state } = createBench();
    await actions.takeSeen([foundText(RESET), foundText('https://example.com')]);
    expect(taken).toHaveLength(0);
    expect(state()).toMatchObject({ isOpen: true, choice: { source: 'camera', found: [{}, {}] } });
  });

  it('opens on the screen tab with what was seen when the hotkey found nothing', async () => {
    const { actions, state } = createBench();
    await actions.takeScreens();
    expect(state()).toMatchObject({
      isOpen: true,
      tab: 'screen',
      report: { kind: 'nothingFound', shots: [{ name: 'Screen 1' }] },
    });
  });

  it('keeps what was reported when the agent leaves without marking an area', async () => {
    const { actions, state } = createBench();
    await actions.takeScreens();
    await actions.takeRegion();
    expect(state()).toMatchObject({ isOpen: true, isBusy: false, report: { kind: 'nothingFound' } });
  });

  it('reads the marked area like a screen', async () => {
    const { actions, host, state } = createBench();
    host.region = async () => ({ name: 'Left screen', picture: new Blob() });
    await actions.takeRegion();
    expect(state()).toMatchObject({
      tab: 'screen',
      report: { kind: 'nothingFound', shots: [{ name: 'Left screen' }], isMarked: true },
    });
  });

  it('looks at the screens, when the hotkey comes while a code is dealt with, after it; while it looks, no second time', async () => {
    const { actions, taken, state } = createBench();
    const [text, screens] = [actions.takeText('typed', RESET), actions.takeScreens()];
    expect(await Promise.all([text, screens])).toEqual([true, true]);
    expect(taken).toHaveLength(1);
    expect(state()).toMatchObject({ report: { kind: 'nothingFound' } });
    const [first, second] = [actions.takeScreens(), actions.takeScreens()];
    expect(await Promise.all([first, second])).toEqual([true, false]);
  });

  it('lets no look at the screens take the place of what was handed in before it', async () => {
    const { actions, taken } = createBench();
    const first = actions.takeText('typed', RESET);
    const second = actions.takeText('clipboard', RESET);
    expect(await Promise.all([first, second, actions.takeScreens()])).toEqual([true, true, false]);
    expect(taken.map(({ source }) => source)).toEqual(['typed', 'clipboard']);
  });

  it('leaves the screens alone when what came before asks the agent where it belongs, or which code', async () => {
    const { actions, host, state } = createBench();
    host.intake = async () => ({ misfit: {} as never });
    const text = actions.takeText('typed', RESET);
    expect(await Promise.all([text, actions.takeScreens()])).toEqual([true, false]);
    expect(state()).toMatchObject({ question: { source: 'typed' }, report: null });
    const seen = actions.takeSeen([foundText(RESET), foundText('https://example.com')]);
    expect(await Promise.all([seen, actions.takeScreens()])).toEqual([true, false]);
    expect(state()).toMatchObject({ choice: { source: 'camera' }, report: null });
    expect(await actions.takeScreens()).toBe(true);
  });

  it('explains a code of no use and stays ready', async () => {
    const { actions, host, shown, state } = createBench();
    host.intake = async () => null;
    await actions.takeText('clipboard', 'https://example.com');
    expect(shown).toHaveLength(0);
    expect(state()).toMatchObject({
      isOpen: true,
      isBusy: false,
      tab: 'paste',
      report: { kind: 'wrongCode', reading: { kind: 'link' } },
    });
  });

  it('stays open, ready for the next customer, while it keeps scanning', async () => {
    const { actions, host, shown, state } = createBench();
    host.isContinuous = true;
    await actions.takeSeen([foundText(RESET)]);
    await actions.takeSeen([foundText('4K002C6PAJA49A7')]);
    expect(shown).toEqual([]);
    expect(state()).toMatchObject({ isBusy: false, success: null, batch: [{ ticketNumber: 12 }] });
    expect(state().batch).toHaveLength(1);
  });

  it('shows the error of a call that failed, and can be used again', async () => {
    const { actions, host, state } = createBench();
    host.screens = () => Promise.reject(new Error('no screens'));
    await actions.takeScreens();
    expect(state()).toMatchObject({ isBusy: false, report: { kind: 'callFailed' } });
    expect(await actions.takeText('typed', RESET)).toBe(true);
  });

  it('starts nothing while another code is being dealt with', async () => {
    const { actions, taken } = createBench();
    const first = actions.takeText('typed', RESET);
    expect(await actions.takeSeen([foundText(RESET)])).toBe(false);
    expect(await first).toBe(true);
    expect(taken).toHaveLength(1);
  });

  it('deals with the newest of what was handed in meanwhile, in its turn', async () => {
    const { actions, taken } = createBench();
    const first = actions.takeText('typed', RESET);
    const second = actions.takeText('typed', '4K002C6PAJA49A7');
    const third = actions.takeText('typed', '5L113D7QBKB50B8');
    expect(await Promise.all([first, second, third])).toEqual([true, false, true]);
    expect(taken.map(({ found }) => found.reading)).toEqual([
      expect.objectContaining({ kind: 'dahuaReset' }),
      { kind: 'serial', serial: '5L113D7QBKB50B8' },
    ]);
  });
});
