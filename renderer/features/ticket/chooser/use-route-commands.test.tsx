import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { bridge } from '../../../testing/bridge.ts';
import { showAtDesk } from '../../../testing/show-at-desk.tsx';
import { useRouteCommands } from './use-route-commands.ts';

const ticketId = '11111111-1111-4111-8111-111111111111';

function Ways() {
  const { learn, take } = useRouteCommands({ id: ticketId }, () => undefined);
  return (
    <>
      <button type="button" onClick={() => learn({ brand: 'dahua' })}>
        answer
      </button>
      <button type="button" onClick={() => take('dahua-dmss')}>
        take
      </button>
    </>
  );
}

it('takes the way that is chosen while an answer is still being recorded, and takes it once', async () => {
  const never = new Promise<never>(() => undefined);
  const { user } = showAtDesk(<Ways />, {
    'ticket.learn': () => never,
    'ticket.takeRoute': () => never,
  });
  await user.click(screen.getByRole('button', { name: 'answer' }));
  await waitFor(() => expect(bridge.inputsOf('ticket.learn')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'take' }));
  await user.click(screen.getByRole('button', { name: 'take' }));
  await waitFor(() => expect(bridge.inputsOf('ticket.takeRoute')).toHaveLength(1));
});

it('records no second answer before the first has brought its question', async () => {
  const never = new Promise<never>(() => undefined);
  const { user } = showAtDesk(<Ways />, { 'ticket.learn': () => never });
  await user.click(screen.getByRole('button', { name: 'answer' }));
  await user.click(screen.getByRole('button', { name: 'answer' }));
  await waitFor(() => expect(bridge.inputsOf('ticket.learn')).toHaveLength(1));
});
