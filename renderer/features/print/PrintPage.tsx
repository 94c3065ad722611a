import { useEffect, useRef, useState } from 'react';
import type { PrintDocument } from '../../../core/print/document.ts';
import type { Paper } from '../../../core/print/paper.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { loadLanguage } from '../../lib/i18n.ts';
import { HandOut } from './HandOut.tsx';
import classes from './Print.module.css';
import { Receipt } from './Receipt.tsx';
import { TestPage } from './TestPage.tsx';

/** One document as it goes on paper; the shell prints it once it is drawn. Nobody sees this page. */
export function PrintPage() {
  const asked = useCall('print.getDocument', {}).data;
  const hasTexts = useTextsOf(asked?.document);
  return asked === undefined || !hasTexts ? null : <Drawn document={asked.document} paper={asked.paper} />;
}

/** Says when the texts are there: the paper's language is often another one than the window's. */
function useTextsOf(document: PrintDocument | undefined): boolean {
  const [hasTexts, setHasTexts] = useState(false);
  const language = document?.language;
  useEffect(() => {
    if (language !== undefined) void loadLanguage(language).then(() => setHasTexts(true));
  }, [language]);
  return hasTexts;
}

function Drawn({ document, paper }: { readonly document: PrintDocument; readonly paper: Paper }) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    // Metrics are only true with the fonts that are printed.
    void window.document.fonts.ready.then(() => {
      const height = Math.ceil(sheet.current?.getBoundingClientRect().height ?? 1);
      return client.call('print.ready', { height });
    });
  }, []);
  return (
    <article ref={sheet} className={classes['sheet']} data-paper={paper} lang={document.language}>
      <Content document={document} />
    </article>
  );
}

function Content({ document }: { readonly document: PrintDocument }) {
  switch (document.kind) {
    case 'handOut':
      return <HandOut paper={document} />;
    case 'receipt':
      return <Receipt paper={document} />;
    case 'testPage':
      return <TestPage language={document.language} paper={document.paper} />;
  }
}
