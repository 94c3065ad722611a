import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { LinkRequest } from '../../../core/links/deep-link.ts';
import { client } from '../../api/client.ts';
import { useScanner } from '../scan/index.ts';
import { LinkDialog } from './LinkDialog.tsx';

/**
 * Follows the links that other programs hand over, also one from before the desk was open. Anybody can make one, so none
 * writes or leaves a ticket before the agent has said so, and a scan waits for its own button.
 */
export function LinkRequests() {
  const [asked, setAsked] = useState<Exclude<LinkRequest, { kind: 'scan' }> | null>(null);
  const [location] = useLocation();
  const { openScanner } = useScanner();
  useEffect(() => {
    const follow = (link: LinkRequest) => {
      if (link.kind === 'scan') openScanner();
      else setAsked(link);
    };
    void client.call('link.take', {}).then(({ link }) => {
      if (link !== null) follow(link);
    });
    return client.on('link.requested', ({ link }) => follow(link));
  }, [openScanner]);
  if (asked === null) return null;
  return (
    <LinkDialog
      key={JSON.stringify(asked)}
      link={asked}
      isTicketOpen={location.startsWith('/ticket/')}
      onDone={() => setAsked(null)}
    />
  );
}
