import { useEffect, useState } from 'react';
import { LINKS_WAITING_MAX, type LinkRequest } from '../../../core/links/deep-link.ts';
import { client } from '../../api/client.ts';
import { loadLater } from '../../ui/load-later.tsx';
import { useScanner } from '../scan/index.ts';

const LinkDialog = loadLater(async () => (await import('./LinkDialog.tsx')).LinkDialog);

type AskedLink = Exclude<LinkRequest, { kind: 'scan' }>;

/**
 * Follows the links that other programs hand over, also those from before the desk was open, one after the other. Anybody can make
 * one, so none writes or leaves anything before the agent has said so, and a scan waits for its own button.
 */
export function LinkRequests() {
  const [waiting, setWaiting] = useState<readonly AskedLink[]>([]);
  const { openScanner } = useScanner();
  useEffect(() => {
    const follow = (link: LinkRequest) => {
      if (link.kind === 'scan') openScanner();
      else setWaiting((before) => withLast(before, link));
    };
    void client.call('link.take', {}).then(({ links }) => {
      for (const link of links) follow(link);
    });
    return client.on('link.requested', ({ link }) => follow(link));
  }, [openScanner]);
  const [first] = waiting;
  if (first === undefined) return null;
  return (
    <LinkDialog
      key={JSON.stringify(first)}
      link={first}
      onDone={() => setWaiting((before) => before.filter((link) => link !== first))}
    />
  );
}

/** A link that is followed again while it waits is the same question. */
function withLast(waiting: readonly AskedLink[], link: AskedLink): readonly AskedLink[] {
  const isKnown = waiting.some((one) => JSON.stringify(one) === JSON.stringify(link));
  return isKnown || waiting.length === LINKS_WAITING_MAX ? waiting : [...waiting, link];
}
