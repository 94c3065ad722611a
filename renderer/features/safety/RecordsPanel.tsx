import { Stack } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { BackupPart } from './BackupPart.tsx';
import { CheckPart } from './CheckPart.tsx';
import { KeyPart } from './KeyPart.tsx';

/** How safe the records are, and what the agent can do about it: backups, the check, and the key. */
export function RecordsPanel() {
  const safety = useCall('safety.getState', {});
  const vault = useCall('vault.getState', {}).data;
  if (safety.data === undefined) return <CallErrorNotice error={safety.error} />;
  return (
    <Stack gap="lg">
      <BackupPart safety={safety.data} />
      <CheckPart safety={safety.data} />
      {vault?.state === 'open' && <KeyPart vault={vault} />}
    </Stack>
  );
}
