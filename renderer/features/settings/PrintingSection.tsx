import { Button, Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../core/contract/shell-records.ts';
import { paperSchema } from '../../../core/print/paper.ts';
import { useCall } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { usePrintOut } from '../print/index.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

const KINDS = ['handOut', 'receipt'] as const satisfies readonly (keyof Settings['printing'])[];

/** Which printer and paper each kind of print-out takes. */
export function PrintingSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('printing.title')}>
      {KINDS.map((kind) => (
        <Profile key={kind} kind={kind} settings={settings} onSave={onSave} />
      ))}
    </Section>
  );
}

type ProfileProps = SectionProps & { readonly kind: (typeof KINDS)[number] };

/** Stands for "ask each time" in a list, where an empty value means that nothing is chosen. */
const ASK = 'ask';

function Profile({ kind, settings, onSave }: ProfileProps) {
  const { t } = useTranslation('settings');
  const printers = useCall('print.listPrinters', {});
  const out = usePrintOut();
  const profile = settings.printing[kind];
  const change = (part: Partial<typeof profile>) =>
    onSave({ printing: { ...settings.printing, [kind]: { ...profile, ...part } } });
  const known = printers.data?.printers ?? [];
  const isGone = profile.printer !== null && !known.some(({ name }) => name === profile.printer);
  const testPage = { kind: 'testPage', language: settings.language, paper: profile.paper } as const;
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <Select
          label={t(`printing.${kind}`)}
          allowDeselect={false}
          value={profile.printer ?? ASK}
          data={[
            { value: ASK, label: t('printing.ask') },
            ...known.map(({ name, label }) => ({ value: name, label })),
            ...(isGone
              ? [{ value: profile.printer ?? '', label: t('printing.gone', { name: profile.printer }) }]
              : []),
          ]}
          onChange={(printer) => change({ printer: printer === ASK ? null : printer })}
        />
        <Select
          label={t('printing.paper')}
          allowDeselect={false}
          value={profile.paper}
          data={paperSchema.options.map((value) => ({ value, label: t(`printing.papers.${value}`) }))}
          onChange={(paper) => change({ paper: paperSchema.parse(paper) })}
        />
        <Button variant="default" onClick={() => out.print(testPage, profile)}>
          {t('printing.test')}
        </Button>
        <Button variant="default" onClick={() => out.savePdf(testPage, profile)}>
          {t('printing.testPdf')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {out.state === null ? '' : t(`ticket:print.states.${out.state}`)}
      </Text>
      <CallErrorNotice error={printers.error ?? out.error} />
    </div>
  );
}
