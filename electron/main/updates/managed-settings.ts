import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const managedSchema = z.object({ updateFeed: z.string().min(1).max(1000).optional() });

/** Where only an administrator writes: whoever works at the desk can name no feed, nor can what runs under the agent's name. */
export function managedFile(platform: string): string {
  if (platform === 'win32')
    return join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'ResetDesk', 'managed.json');
  if (platform === 'darwin') return '/Library/Application Support/ResetDesk/managed.json';
  return '/etc/resetdesk/managed.json';
}

/** The feed that an administrator named; null for none, `unreadable` for a file that says nothing that is understood. */
export function namedFeed(file: string): { readonly place: string } | 'unreadable' | null {
  try {
    const { updateFeed } = managedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return updateFeed === undefined ? null : { place: updateFeed };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : 'unreadable';
  }
}
