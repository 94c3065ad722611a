/**
 * `npm run scan -- FILE|FOLDER... [--json]`: reads the QR codes of pictures.
 * Exit code 0: a code was read from every picture; 1: not from every one; 2: the command was not understood.
 */
import { parseArgs } from 'node:util';
import { loadScanner } from './load-scanner.ts';
import { findPictures, MissingPathError } from './picture-files.ts';
import { describeLine, type PictureReport, scanFile } from './scan-report.ts';

const USAGE = `Reads the QR codes of pictures.

  npm run scan -- FILE|FOLDER... [--json]

Folders are searched through for png, jpg, jpeg, webp, bmp and gif files.
--json prints one JSON line for each picture.`;

interface Arguments {
  readonly paths: readonly string[];
  readonly isJson: boolean;
  readonly wantsHelp: boolean;
}

class UsageError extends Error {}

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  try {
    const { paths, isJson, wantsHelp } = parseArguments(argv);
    if (wantsHelp) {
      console.log(USAGE);
      return 0;
    }
    return await scanAll(await findPictures(paths), isJson);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof MissingPathError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

function parseArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0 && !values.help)
      throw new UsageError('Name at least one picture or folder.');
    return { paths: positionals, isJson: values.json, wantsHelp: values.help };
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : 'Unclear.');
  }
}

async function scanAll(files: readonly string[], isJson: boolean): Promise<number> {
  if (files.length === 0) throw new UsageError('There is no picture in these folders.');
  const scanner = await loadScanner();
  let isAllRead = true;
  for (const file of files) {
    const report: PictureReport = await scanFile(scanner, file);
    if (report.error !== undefined || report.results.length === 0) isAllRead = false;
    console.log(isJson ? JSON.stringify(report) : describeLine(report));
  }
  return isAllRead ? 0 : 1;
}
