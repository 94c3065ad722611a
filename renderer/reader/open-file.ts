import { fileKindOf, HEAD_BYTES, type UnreadableFormat } from '../../core/scan/file-kind.ts';
import { CODEC_SEARCH_BYTES, videoCodecOf } from '../../core/scan/video-codec.ts';
import type { MovingPicture } from './moving-picture.ts';
import { animationType, openAnimation } from './open-animation.ts';
import { openVideo } from './open-video.ts';
import { openPdf, openTiff, type PagedFile } from './paged-file.ts';

/** Why a file can not be opened at all. The codec is null where the file does not name a known one. */
export type FileProblem =
  | { readonly kind: 'lockedPdf' | 'brokenPdf' | 'brokenTiff' | 'missing' }
  | { readonly kind: 'unplayable'; readonly codec: string | null }
  | { readonly kind: 'unreadable'; readonly format: UnreadableFormat };

/** A file that was handed in, by how it has to be read. */
export type OpenedFile =
  | { readonly kind: 'picture' }
  | { readonly kind: 'pages'; readonly pages: PagedFile }
  | { readonly kind: 'moving'; readonly moving: MovingPicture }
  | { readonly kind: 'failed'; readonly problem: FileProblem };

/** Finds out what a file is by its first bytes, and opens it where it holds several pictures. Never rejects. */
export async function openFile(file: Blob): Promise<OpenedFile> {
  const head = await bytesOf(file.slice(0, HEAD_BYTES));
  // A file that was moved or removed meanwhile.
  if (head === null) return { kind: 'failed', problem: { kind: 'missing' } };
  const found = fileKindOf(head);
  switch (found.kind) {
    case 'pdf': {
      const pages = await openPdf(file);
      if (typeof pages !== 'string') return { kind: 'pages', pages };
      return { kind: 'failed', problem: { kind: pages === 'locked' ? 'lockedPdf' : 'brokenPdf' } };
    }
    case 'tiff': {
      const pages = await openTiff(file);
      if (typeof pages !== 'string') return { kind: 'pages', pages };
      return { kind: 'failed', problem: { kind: 'brokenTiff' } };
    }
    case 'animation': {
      const moving = await openAnimation(file, animationType(head));
      return moving === null ? { kind: 'picture' } : openedFrames(moving);
    }
    case 'video': {
      const moving = await openVideo(file);
      return moving === null
        ? { kind: 'failed', problem: await whyUnplayable(file) }
        : { kind: 'moving', moving };
    }
    case 'unreadable':
      return { kind: 'failed', problem: { kind: 'unreadable', format: found.format } };
    default:
      return { kind: 'picture' };
  }
}

/** A single frame is read as the picture that it is. */
function openedFrames(moving: MovingPicture): OpenedFile {
  if (moving.frameCount > 1) return { kind: 'moving', moving };
  moving.close();
  return { kind: 'picture' };
}

async function whyUnplayable(file: Blob): Promise<FileProblem> {
  const ends = [file.slice(0, CODEC_SEARCH_BYTES), file.slice(Math.max(0, file.size - CODEC_SEARCH_BYTES))];
  const bytes = await Promise.all(ends.map(bytesOf));
  return { kind: 'unplayable', codec: videoCodecOf(bytes.filter((part) => part !== null)) };
}

async function bytesOf(blob: Blob): Promise<Uint8Array | null> {
  return blob.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}
