/** What computers call their accounts by themselves, in our languages. No entry in a history may be signed so. */
const ACCOUNTS: ReadonlySet<string> = new Set([
  ...[
    'root',
    'admin',
    'administrator',
    'administrador',
    'localadmin',
    'system',
    'sistema',
    'daemon',
    'nobody',
  ],
  ...[
    'user',
    'usuario',
    'username',
    'owner',
    'default',
    'guest',
    'invitado',
    'kiosk',
    'pi',
    'ubuntu',
    'debian',
  ],
]);

/** May it sign what was done? An account's name says of everybody that nobody did it. */
export function isPersonName(name: string): boolean {
  const trimmed = name.trim();
  return trimmed !== '' && !ACCOUNTS.has(trimmed.toLowerCase());
}
