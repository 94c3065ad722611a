import { rectAround } from '../../core/scan/gray.ts';
import type { Corners, Picture } from '../../core/scan/types.ts';
import { PHOTO_KINDS, type Photo, type PhotoKind, photoOfKind } from '../../core/testkit/photo-kinds.ts';
import { createRandom } from '../../core/testkit/random.ts';
import { alignColumns } from './align-columns.ts';
import { decodePicture, encodePicture } from './picture-files.ts';

/** A code that a decoder read, and where. */
export interface PlacedRead {
  readonly text: string;
  readonly corners: Corners;
}

/** Something to compare on photos of everyday codes; answers every code at every place. */
export interface PhotoDecoder {
  readonly name: string;
  read(picture: Picture): Promise<readonly PlacedRead[]>;
}

/** What a decoder made of the photos of one kind. */
export interface PhotoScore {
  readonly decoder: string;
  readonly kind: PhotoKind;
  readonly codes: number;
  readonly read: number;
  /** Texts that are not in the picture. */
  readonly wrong: number;
}

/** Sheets hold so many codes that fewer photos of them say enough. */
const SHEET_SHARE = 4;

const jpegRoundTrip = (picture: Picture, quality: number) =>
  decodePicture(encodePicture(picture, 'jpeg', quality));

/** Shows every decoder `count` photos of each kind; everything follows from the seed. */
export async function scorePhotos(
  decoders: readonly PhotoDecoder[],
  seed: number,
  count: number,
): Promise<readonly PhotoScore[]> {
  const scores: PhotoScore[] = [];
  for (const [number, kind] of PHOTO_KINDS.entries()) {
    const isSheet = kind === 'lots' || kind === 'resetSheet';
    for (let index = 0; index < (isSheet ? Math.ceil(count / SHEET_SHARE) : count); index++) {
      const photo = await photoOfKind(
        kind,
        createRandom(seed * 100_003 + number * 1009 + index),
        jpegRoundTrip,
      );
      for (const decoder of decoders)
        scores.push({ decoder: decoder.name, kind, ...score(photo, await decoder.read(photo.picture)) });
    }
  }
  return scores;
}

/** A code counts where its text was read at its place, as public collections count. */
export function score(
  { codes }: Photo,
  found: readonly PlacedRead[],
): Pick<PhotoScore, 'codes' | 'read' | 'wrong'> {
  const read = codes.filter(({ text, middle }) =>
    found.some((one) => {
      const { x, y, width, height } = rectAround(one.corners, 0);
      const isThere = middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height;
      return isThere && one.text === text;
    }),
  );
  const wrong = found.filter((one) => !codes.some(({ text }) => text === one.text));
  return { codes: codes.length, read: read.length, wrong: wrong.length };
}

/** One line for each decoder: codes read by kind in %, the mean of the kinds, wrong texts. */
export function formatPhotoTable(scores: readonly PhotoScore[]): string {
  const kinds = PHOTO_KINDS.filter((kind) => scores.some((one) => one.kind === kind && one.codes > 0));
  const head = ['decoder', ...kinds, 'mean %', 'wrong texts'];
  const rows = [...new Set(scores.map(({ decoder }) => decoder))].map((name) => {
    const own = scores.filter(({ decoder }) => decoder === name);
    const rates = kinds.map((kind) => {
      const ofKind = own.filter((one) => one.kind === kind);
      return (100 * sum(ofKind.map(({ read }) => read))) / sum(ofKind.map(({ codes }) => codes));
    });
    const mean = sum(rates) / Math.max(1, rates.length);
    return [
      name,
      ...rates.map((rate) => rate.toFixed(0)),
      mean.toFixed(1),
      String(sum(own.map(({ wrong }) => wrong))),
    ];
  });
  return alignColumns([head, ...rows]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
