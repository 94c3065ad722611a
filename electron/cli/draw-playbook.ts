import { Graph, layout } from '@dagrejs/dagre';
import { fillLabels } from '../../core/playbook/labels.ts';
import { exits } from '../../core/playbook/roads.ts';
import type { Playbook } from '../../core/playbook/schema.ts';
import { type Box, boxOf, boxPadding, rowHeight, titleLineHeight } from './playbook-box.ts';
import { playbookStyle } from './playbook-style.ts';

type Point = { readonly x: number; readonly y: number };

/** A box with its place; `x` and `y` are its upper left corner. */
type PlacedBox = Box & Point;

/**
 * A playbook as a picture: a box a step, a row an answer, an arrow where a row leads. Follows the reader's light or
 * dark colours.
 *
 * @returns SVG; the same playbook always gives the same text
 */
export function drawPlaybook(source: Playbook): string {
  const playbook = fillLabels(source, {});
  const boxes = place(playbook);
  const width = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + margin);
  const height = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + margin);
  const head = `${playbook.title.en} (${playbook.id}, version ${playbook.version})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(head)}">`,
    `<style>${playbookStyle}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="head" x="${margin}" y="26">${escapeXml(head)}</text>`,
    ...boxes.flatMap((box) => arrowsOf(box, boxes)),
    ...boxes.map(drawBox),
    '</svg>',
    '',
  ].join('\n');
}

const margin = 24;

/**
 * Left to right, by dagre, along the shortest way to each step. Only that way is drawn as an arrow: it can be followed
 * with the eye, and the rows name where all others go.
 */
function place(playbook: Playbook): readonly PlacedBox[] {
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    ranksep: 60,
    nodesep: 18,
    edgesep: 4,
    marginx: margin,
    marginy: margin + 20,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const arrows = shortestWays(playbook);
  const boxes = playbook.steps
    .filter((step) => !step.isEnd)
    .map((step) => boxOf(step, playbook, arrows.get(step.id) ?? new Set()));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const [id, targets] of arrows) for (const target of targets) graph.setEdge(id, target);
  layout(graph);
  return boxes.map((box) => {
    const { x, y } = graph.node(box.id);
    return { ...box, x: round(x - box.width / 2), y: round(y - box.height / 2) };
  });
}

/** For each step those that are first reached from it, breadth first. */
function shortestWays({ steps, firstStepId }: Playbook): ReadonlyMap<string, ReadonlySet<string>> {
  const drawn = new Map(steps.filter((step) => !step.isEnd).map((step) => [step.id, step]));
  const ways = new Map<string, Set<string>>();
  const reached = new Set([firstStepId]);
  // The set grows while it is gone through.
  for (const id of reached) {
    const step = drawn.get(id);
    const fresh = (step === undefined ? [] : exits(step)).filter(
      (target) => drawn.has(target) && !reached.has(target),
    );
    ways.set(id, new Set(fresh));
    for (const target of fresh) reached.add(target);
  }
  return ways;
}

function arrowsOf(box: PlacedBox, boxes: readonly PlacedBox[]): string[] {
  return box.rows.flatMap(({ arrowTo, tone }, index) => {
    const target = boxes.find(({ id }) => id === arrowTo);
    if (target === undefined) return [];
    const from = { x: box.x + box.width, y: rowMiddle(box, index) };
    const to = { x: target.x, y: target.y + boxPadding + titleLineHeight / 2 };
    return [`<path class="arrow ${tone}" marker-end="url(#tip)" d="${curve(from, to)}"/>`];
  });
}

function curve(from: Point, to: Point): string {
  const middle = round((from.x + to.x) / 2);
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x - 1} ${to.y}`;
}

function rowMiddle(box: PlacedBox, index: number): number {
  return round(box.y + boxPadding + box.title.length * titleLineHeight + (index + 0.5) * rowHeight + 4);
}

function drawBox(box: PlacedBox): string {
  const { x, y, width, height, title, rows, phase, isBranch } = box;
  const left = x + boxPadding;
  return [
    `<g class="step ${phase}${isBranch ? ' branch' : ''}">`,
    `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`,
    `<rect class="edge" x="${x}" y="${y}" width="4" height="${height}" rx="2"/>`,
    ...title.map(
      (line, index) =>
        `<text class="title" x="${left}" y="${round(y + boxPadding + (index + 0.75) * titleLineHeight)}">${escapeXml(line)}</text>`,
    ),
    ...rows.map(
      ({ text, tone }, index) =>
        `<text class="row ${tone}" x="${left}" y="${round(rowMiddle(box, index) + 4)}">${escapeXml(text)}</text>`,
    ),
    '</g>',
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
