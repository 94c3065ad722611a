import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Only what is refused is told in the backend's own sentence; for other failures the windows have theirs. */
const TOLD_CODES = ['refused', 'conflict'];

type Found = { readonly sentences: string[]; readonly unclear: string[] };

/** Whatever the backend and the shell refuse is written in these folders. */
const found = ['core/privacy', 'core/ticket', 'electron/backend', 'electron/files', 'electron/main'].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|^testing\//.test(file))
      .map((file) => readSource(`${folder}/${file}`)),
);

function readSource(file: string): Found {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const sentences: string[] = [];
  const unclear: string[] = [];
  const take = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) sentences.push(node.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
    else if (calleeOf(node) === 'ofTicket') argumentsOf(node).slice(1).forEach(take);
    // In a rule of the ticket, a variable holds a sentence that another rule handed on, which is taken there.
    else if (!(ts.isIdentifier(node) && file.startsWith('core/ticket/')))
      unclear.push(`${file}: ${node.getText(tree)}`);
  };
  const visit = (node: ts.Node): void => {
    const [first, second] = argumentsOf(node);
    const callee = calleeOf(node);
    if (callee === 'refuse' && first !== undefined) take(first);
    if (callee === 'CallError' && second !== undefined && isTold(first)) take(second);
    if (ts.isStringLiteral(node) && isHandedOn(node, file)) sentences.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { sentences, unclear };
}

function calleeOf(node: ts.Node): string | null {
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  return isCall && ts.isIdentifier(node.expression) ? node.expression.text : null;
}

function argumentsOf(node: ts.Node): readonly ts.Expression[] {
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : [];
}

function isTold(code: ts.Expression | undefined): boolean {
  return code !== undefined && ts.isStringLiteralLike(code) && TOLD_CODES.includes(code.text);
}

/** A sentence that a rule of the ticket returns, or the result of one of many: it becomes a refusal elsewhere. */
function isHandedOn(node: ts.StringLiteral, file: string): boolean {
  if (!/^[A-Z].* .*\.$/.test(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'refusal';
  return file.startsWith('core/ticket/') && !ts.isNewExpression(parent);
}

function textsOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(import.meta.dirname, language, 'refusals.json'), 'utf8'));
}

describe('what is refused', () => {
  it('is written as whole sentences, so that each can be looked up', () => {
    expect(found.flatMap(({ unclear }) => unclear)).toEqual([]);
  });

  it('has each sentence in the list that is translated, and none that nobody says', () => {
    const said = [...new Set(found.flatMap(({ sentences }) => sentences))].toSorted();
    expect(Object.keys(textsOf('en')).toSorted()).toEqual(said);
  });

  it('is said in English as it is written', () => {
    expect(Object.entries(textsOf('en')).filter(([sentence, text]) => sentence !== text)).toEqual([]);
  });
});
