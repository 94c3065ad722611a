import { Group, Text } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** In every step of a procedure from the supervisor's folder: nothing here is the vendor's word or the program's. */
export function DesksOwnMark() {
  const { t } = useTranslation('ticket');
  return (
    <Group gap={6} wrap="nowrap">
      <IconBuildingStore aria-hidden size={16} />
      <Text size="sm" fw={600}>
        {t('desksOwn')}
      </Text>
    </Group>
  );
}
