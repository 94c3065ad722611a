declare const __RELEASE_KEY__: string | undefined;

/**
 * The public half of the key that releases are signed with (ed25519, SPKI in base64): the build puts in RESETDESK_RELEASE_KEY.
 * Empty in a build that nobody releases, which takes no updates, as it could check none.
 */
export const RELEASE_KEY: string = typeof __RELEASE_KEY__ === 'undefined' ? '' : __RELEASE_KEY__;
