import type { ShippedPart } from './shipped-parts.ts';

const RULE = '='.repeat(78);

/** The file that tells whoever has the program what it is made of, and under which terms. */
export function noticesText(parts: readonly ShippedPart[], copyright: string): string {
  const names = parts.map((part) => `  ${titleOf(part)}: ${part.licence}`);
  const chapters = parts.map((part) => `${RULE}\n${titleOf(part)}\n${RULE}\n\n${part.texts.join('\n\n')}`);
  return `ResetDesk
Copyright ${copyright}. All rights reserved.

ResetDesk carries the following works of others. Each is used under its own terms, which follow, whole.

${names.join('\n')}

Electron and Chromium have theirs beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.

${chapters.join('\n\n\n')}
`;
}

function titleOf({ name, version }: ShippedPart): string {
  return version === null ? name : `${name} ${version}`;
}
