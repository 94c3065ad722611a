import { Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  delimiterSchema,
  encodingSchema,
  type ImportPreview,
  type ImportReading,
} from '../../../core/transfer/import-table.ts';

type Props = {
  readonly preview: ImportPreview;
  readonly isDisabled: boolean;
  readonly onChange: (reading: ImportReading) => void;
};

/** How the file is read: what was found, for the agent to change while the first rows show what comes of it. */
export function ReadingChoice({ preview, isDisabled, onChange }: Props) {
  const { t } = useTranslation('transfer');
  const { fileName, rowCount, encoding, delimiter, hasHeadings } = preview;
  const reading = { encoding, delimiter, hasHeadings };
  return (
    <>
      <Text size="sm">{t('import.found', { file: fileName, count: rowCount })}</Text>
      <Group gap="md" align="flex-end">
        <NativeSelect
          size="sm"
          label={t('import.encoding')}
          data={encodingSchema.options.map((value) => ({ value, label: t(`import.encodings.${value}`) }))}
          disabled={isDisabled}
          value={encoding}
          onChange={(event) =>
            onChange({ ...reading, encoding: encodingSchema.parse(event.currentTarget.value) })
          }
        />
        <NativeSelect
          size="sm"
          label={t('import.delimiter')}
          data={delimiterSchema.options.map((value) => ({ value, label: t(`import.delimiters.${value}`) }))}
          disabled={isDisabled}
          value={delimiter}
          onChange={(event) =>
            onChange({ ...reading, delimiter: delimiterSchema.parse(event.currentTarget.value) })
          }
        />
        <Checkbox
          mb={8}
          label={t('import.hasHeadings')}
          disabled={isDisabled}
          checked={hasHeadings}
          onChange={(event) => onChange({ ...reading, hasHeadings: event.currentTarget.checked })}
        />
      </Group>
    </>
  );
}
