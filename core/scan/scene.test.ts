import { describe, expect, it } from 'vitest';
import type { DecodeEngine, SymbolSeen } from './engine.ts';
import { createScene, toOutcome } from './scene.ts';
import type { Corners } from './types.ts';

const image = { data: new Uint8Array(400 * 200), width: 400, height: 200 };
const region = { x: 0, y: 0, width: 400, height: 200 };

function square(x: number, y: number, side: number): Corners {
  return [
    { x, y },
    { x: x + side, y },
    { x: x + side, y: y + side },
    { x, y: y + side },
  ];
}

function engineThatSees(...symbols: SymbolSeen[]): DecodeEngine {
  return { name: 'wasm', decode: () => symbols };
}

function readAt(corners: Corners, byte = 65): SymbolSeen {
  const text = String.fromCharCode(byte);
  const bytes = new Uint8Array([byte]);
  return { kind: 'read', bytes, text, version: 1, ecLevel: 'L', maskPattern: 0, corners, grid: null };
}

function sceneAfter(...symbols: SymbolSeen[]) {
  const scene = createScene(image, () => true, [region]);
  scene.look(engineThatSees(...symbols), image, { maxSymbols: 4 }, 'whole');
  return scene;
}

describe('a scene', () => {
  it('keeps a region open when a small code beside a larger one was read', () => {
    expect(sceneAfter(readAt(square(10, 10, 90))).openRegions(3)).toEqual([region]);
  });

  it('closes a region that a read code fills', () => {
    const scene = createScene(image, () => true, [{ x: 0, y: 0, width: 200, height: 200 }]);
    scene.look(engineThatSees(readAt(square(10, 10, 170))), image, { maxSymbols: 4 }, 'whole');
    expect(scene.openRegions(3)).toEqual([]);
  });

  it('keeps the same bytes once, with the rung that read them first', () => {
    const scene = sceneAfter(readAt(square(10, 10, 90)));
    scene.look(
      engineThatSees(readAt(square(11, 10, 90)), readAt(square(200, 10, 90), 66)),
      image,
      { maxSymbols: 4 },
      'located',
    );
    expect(scene.codes.map(({ text, rung }) => [text, rung])).toEqual([
      ['A', 'whole'],
      ['B', 'located'],
    ]);
  });

  it('hands over what was seen and not read once', () => {
    const failed = { kind: 'failed', version: 3, corners: square(10, 10, 90) } as const;
    const scene = sceneAfter(failed);
    expect(scene.takeFailures()).toEqual([failed]);
    expect(scene.takeFailures()).toEqual([]);
    scene.glimpse(failed);
    expect(scene.takeFailures()).toEqual([failed]);
    expect(toOutcome(scene).glimpses).toHaveLength(1);
  });

  it('moves corners from an enlarged part back to the picture', () => {
    const scene = createScene(image, () => true, [region]);
    const toPicture = ({ x, y }: { x: number; y: number }) => ({ x: x / 2 + 100, y: y / 2 + 50 });
    scene.look(engineThatSees(readAt(square(20, 20, 80))), image, { maxSymbols: 4 }, 'located', toPicture);
    expect(scene.codes[0]?.corners).toEqual(square(110, 60, 40));
  });

  it('tells of failed symbols once for each place, with their pixels per module', () => {
    const outcome = toOutcome(
      sceneAfter(
        { kind: 'failed', version: 1, corners: square(10, 10, 42) },
        { kind: 'failed', version: 2, corners: square(12, 11, 40) },
        { kind: 'failed', version: null, corners: square(200, 100, 30) },
      ),
    );
    expect(outcome.glimpses.map(({ version, pixelsPerModule }) => [version, pixelsPerModule])).toEqual([
      [1, 2],
      [null, null],
    ]);
  });

  it('says nothing of failed symbols once a code was read', () => {
    const failed: SymbolSeen = { kind: 'failed', version: 1, corners: square(200, 10, 90) };
    expect(toOutcome(sceneAfter(readAt(square(10, 10, 90)), failed)).glimpses).toEqual([]);
  });

  it('takes over what another rendering showed, in its own pixels and each code once', () => {
    const scene = sceneAfter(readAt(square(10, 10, 90)));
    const view = createScene(image, () => true, [region]);
    const failed: SymbolSeen = { kind: 'failed', version: 12, corners: square(30, 40, 20) };
    view.look(
      engineThatSees(readAt(square(5, 5, 45)), readAt(square(60, 5, 20), 66), failed),
      image,
      { maxSymbols: 4 },
      'located',
    );
    scene.adopt(view, ({ x, y }) => ({ x: 2 * x, y: 2 * y }));
    expect(scene.codes.map(({ text, corners, rung }) => [text, corners[0], rung])).toEqual([
      ['A', { x: 10, y: 10 }, 'whole'],
      ['B', { x: 120, y: 10 }, 'located'],
    ]);
    expect(scene.failures.map(({ corners }) => corners)).toEqual([square(60, 80, 40)]);
  });
});
