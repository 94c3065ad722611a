import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { conditionSchema, gradeSchema, phaseSchema } from '../../core/playbook/schema.ts';
import { channelSchema, evidenceSchema, outcomeSchema } from '../../core/ticket/schema.ts';
import { deviceKindSchema, scanSourceSchema } from '../../core/values.ts';

const localeFolder = join(import.meta.dirname, 'en');
const rendererFolder = join(import.meta.dirname, '..', '..', 'renderer');

/**
 * `namespace:key` of every text of the windows, without a plural's ending. The shell imports its own, so `tsc` checks them;
 * what is refused has a test of its own.
 */
const written = readdirSync(localeFolder)
  .filter((file) => !['shell.json', 'refusals.json'].includes(file))
  .flatMap((file) => leafKeys(parse(file)).map((key) => `${file.replace('.json', '')}:${key}`))
  .map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, ''));

const sources = readdirSync(rendererFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readSource(file));

function parse(file: string): unknown {
  return JSON.parse(readFileSync(join(localeFolder, file), 'utf8'));
}

function leafKeys(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([name, child]) =>
    leafKeys(child, path === '' ? name : `${path}.${name}`),
  );
}

/** What one source file asks for. A text with `${...}` in it is a pattern: `steps.*`. */
function readSource(file: string) {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(rendererFolder, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const namespaces: string[] = [];
  const texts: string[] = [];
  const asked: string[] = [];
  const visit = (node: ts.Node): void => {
    texts.push(...textsOf(node));
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first] = node.arguments;
      if (node.expression.text === 't' && first !== undefined) asked.push(...branchesOf(first));
      if (node.expression.text === 'useTranslation' && first !== undefined)
        namespaces.push(...namesIn(first));
    }
    if (ts.isTypeReferenceNode(node) && node.getText(tree).startsWith('TFunction<')) {
      namespaces.push(...(node.typeArguments ?? []).flatMap((type) => type.getText(tree).slice(1, -1)));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, namespaces: namespaces.length === 0 ? ['common'] : namespaces, texts, asked };
}

function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return [];
  return [[node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('*')];
}

function branchesOf(node: ts.Expression): string[] {
  if (ts.isConditionalExpression(node)) return [...branchesOf(node.whenTrue), ...branchesOf(node.whenFalse)];
  return textsOf(node);
}

function namesIn(node: ts.Expression): string[] {
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(textsOf) : textsOf(node);
}

function matches(asked: string, key: string): boolean {
  const parts = asked.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(key);
}

describe('texts of the windows', () => {
  it('has every text that the windows ask for', () => {
    const missing = sources.flatMap(({ file, namespaces, asked }) =>
      asked
        .filter((key) => {
          const places = key.includes(':') ? [key] : namespaces.map((namespace) => `${namespace}:${key}`);
          return !places.some((place) => written.some((found) => matches(place, found)));
        })
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    const texts = [...new Set(sources.flatMap((source) => source.texts))];
    const whole = new Set(texts.filter((text) => !text.includes('*')));
    // A pattern must begin with a group's name, or it would stand for everything.
    const patterns = texts.filter((text) => text.includes('*') && /^(?:\w+:)?\w+\./.test(text));
    const dead = written.filter((full) => {
      const key = full.slice(full.indexOf(':') + 1);
      const isNamed = whole.has(key) || whole.has(full);
      return !isNamed && !patterns.some((pattern) => matches(pattern, pattern.includes(':') ? full : key));
    });
    expect([...new Set(dead)]).toEqual([]);
  });

  it.each([
    ['common:deviceKind', deviceKindSchema],
    ['ticket:outcomes', outcomeSchema],
    ['ticket:channels', channelSchema],
    ['ticket:sources', scanSourceSchema],
    ['ticket:phases', phaseSchema],
    ['ticket:grades', gradeSchema],
    ['ticket:evidence', evidenceSchema],
    ['ticket:blockers', conditionSchema],
  ])('has one in %s for each value that there is', (group, { options }) => {
    expect(options.map((value) => `${group}.${value}`).filter((key) => !written.includes(key))).toEqual([]);
  });
});
