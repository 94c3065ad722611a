import type { PageStill } from '../../../core/reset-page/page-still.ts';
import type { ScanSource } from '../../../core/values.ts';
import type { PictureOutcome, ScanPicture } from '../../reader/scan-client.ts';
import { type Found, foundText } from './found.ts';
import { needsChoice, type Place } from './intake.ts';
import { judgePictures } from './judge.ts';
import { type FileHost, placesOf, readFiles } from './read-files.ts';
import type { ScanAction } from './scan-state.ts';
import { createScanTurns } from './scan-turns.ts';
import type { TakenIn } from './take-in.ts';

export interface NamedPicture {
  readonly name: string | null;
  readonly picture: ScanPicture;
}

/** What the actions need of the window around them. */
export interface ScanHost extends Omit<FileHost, 'onProgress' | 'isCancelled'> {
  readonly dispatch: (action: ScanAction) => void;
  readonly grabScreens: () => Promise<readonly NamedPicture[]>;
  /** Null: the agent left without marking an area. */
  readonly selectRegion: () => Promise<NamedPicture | null>;
  /** The same for the pictures of one action; ends as soon as a reset code was read. Answers in their order. */
  readonly readTogether: (pictures: readonly ScanPicture[]) => Promise<readonly PictureOutcome[]>;
  /**
   * Null: the code is of no use to a reset. Throws when the call fails.
   *
   * @param place where the agent says it belongs; null while nobody was asked
   */
  readonly takeIn: (found: Found, source: ScanSource, place: Place | null) => Promise<TakenIn | null>;
  readonly showTicket: (ticketId: string) => void;
  /** Reads the words beside the code that led to this ticket, in the background. */
  readonly readPage: (ticketId: string, page: PageStill) => void;
  /** True while the scanner is to stay open after a code was taken in. */
  readonly keepsScanning: (source: ScanSource) => boolean;
}

/**
 * Every way of getting a code in. Files, text and scanner codes that come while another one is under way wait their turn, the newest
 * only. What can be had again gives way: a look at the screens waits only where nothing else does, and is left when what came before
 * it asks the agent something; a look at a camera or a watched window does not wait at all. Those answer false then.
 */
export interface ScanActions {
  readonly takeScreens: () => Promise<boolean>;
  /** The area that the agent marks on the frozen screens. */
  readonly takeRegion: () => Promise<boolean>;
  readonly takeFiles: (source: 'file' | 'clipboard', files: readonly File[]) => Promise<boolean>;
  /** Ends reading files early; what was found by then counts. */
  readonly cancelFiles: () => void;
  /** Only the address of a picture was handed in, or nothing at all. */
  readonly refuse: (source: 'file' | 'clipboard', kind: 'onlyAddress' | 'nothingToPaste') => void;
  readonly takeText: (source: 'clipboard' | 'typed', text: string) => Promise<boolean>;
  /** Codes in a window that is watched. */
  readonly takeWatched: (found: readonly Found[]) => Promise<boolean>;
  /** What a USB scanner typed. */
  readonly takeScanned: (found: Found) => Promise<boolean>;
  /** Codes that the camera sees. */
  readonly takeSeen: (found: readonly Found[]) => Promise<boolean>;
  /** The code that the agent chose among several. */
  readonly takeChosen: (found: Found, source: ScanSource) => Promise<boolean>;
  /** The code whose place the agent was asked for. */
  readonly takePlaced: (found: Found, source: ScanSource, place: Place) => Promise<boolean>;
}

export function createScanActions(host: ScanHost): ScanActions {
  let isCancelled = false;
  let hasAsked = false;
  const dispatch = (action: ScanAction) => {
    hasAsked = action.type === 'placeAsked' || action.type === 'choiceNeeded';
    host.dispatch(action);
  };
  const { underWay, run, runInTurn, runIfFree } = createScanTurns({
    onStart: () => dispatch({ type: 'started' }),
    onFailure: (source, error) =>
      dispatch({ type: 'reported', source, report: { kind: 'callFailed', error } }),
    hasAsked: () => hasAsked,
  });

  async function takeIn(source: ScanSource, found: Found, place: Place | null = null): Promise<void> {
    const taken = await host.takeIn(found, source, place);
    if (taken === null) {
      dispatch({ type: 'reported', source, report: { kind: 'wrongCode', reading: found.reading } });
      return;
    }
    if ('misfit' in taken) {
      dispatch({ type: 'placeAsked', source, found, misfit: taken.misfit });
      return;
    }
    const { success, labelLeft } = taken;
    if (labelLeft === null && host.keepsScanning(source)) {
      dispatch({ type: 'gathered', success });
      return;
    }
    host.showTicket(success.ticketId);
    dispatch({ type: 'succeeded', success });
    if (found.page !== null) host.readPage(success.ticketId, found.page);
    // Over the ticket that the code led to: there the label belongs, or not.
    if (labelLeft !== null) dispatch({ type: 'placeAsked', source, ...labelLeft });
  }

  async function settle(
    source: ScanSource,
    found: readonly Found[],
    places: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    const [first] = found;
    if (first === undefined || needsChoice(found, source)) {
      dispatch({ type: 'choiceNeeded', source, found, places });
    } else await takeIn(source, first);
  }

  async function readAll(
    source: ScanSource,
    pictures: readonly NamedPicture[],
    isMarked = false,
  ): Promise<void> {
    const outcomes = await host.readTogether(pictures.map(({ picture }) => picture));
    const judgement = judgePictures(
      pictures.flatMap(({ name }, index) => {
        const outcome = outcomes[index];
        return outcome === undefined ? [] : [{ name, outcome }];
      }),
    );
    if (judgement.kind === 'found') await settle(source, judgement.found);
    else if (judgement.kind === 'nothingFound')
      dispatch({ type: 'reported', source, report: { ...judgement, isMarked } });
    else dispatch({ type: 'reported', source, report: judgement });
  }

  async function readGiven(source: 'file' | 'clipboard', files: readonly File[]): Promise<void> {
    isCancelled = false;
    const { pictures, failures } = await readFiles(files, source === 'file', {
      ...host,
      isCancelled: () => isCancelled,
      onProgress: (progress) => dispatch({ type: 'progressed', progress }),
    });
    const judgement = judgePictures(pictures);
    const [failure] = failures;
    if (judgement.kind === 'found') await settle(source, judgement.found, placesOf(pictures));
    else if (isCancelled) dispatch({ type: 'stopped' });
    else if (failure === undefined) dispatch({ type: 'reported', source, report: judgement });
    else dispatch({ type: 'reported', source, report: { kind: 'fileFailed', failure } });
  }

  async function readRegion(): Promise<void> {
    const region = await host.selectRegion();
    if (region === null) dispatch({ type: 'stopped' });
    else await readAll('screen', [region], true);
  }

  return {
    takeScreens: () => {
      const take = async () => readAll('screen', await host.grabScreens());
      return underWay() === 'screen' ? Promise.resolve(false) : runIfFree('screen', take);
    },
    takeRegion: () => run('screen', readRegion),
    takeWatched: (found) => run('screen', () => settle('screen', found)),
    takeFiles: (source, files) => runInTurn(source, () => readGiven(source, files)),
    cancelFiles: () => {
      isCancelled = true;
    },
    refuse: (source, kind) => dispatch({ type: 'reported', source, report: { kind } }),
    takeText: (source, text) => runInTurn(source, () => settle(source, [foundText(text)])),
    takeScanned: (found) => runInTurn('scanner', () => settle('scanner', [found])),
    takeSeen: (found) => run('camera', () => settle('camera', found)),
    takeChosen: (found, source) => run(source, () => takeIn(source, found)),
    takePlaced: (found, source, place) => run(source, () => takeIn(source, found, place)),
  };
}
