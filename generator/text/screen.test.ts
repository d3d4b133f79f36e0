import { afterEach, expect, it, vi } from 'vitest';
import { screenOf, type Screen, type ScreenStream } from './screen.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const hasColors = (): boolean => true;

it.each<{ what: string; stream: ScreenStream; noColor?: string; want: Screen }>([
  { what: 'a terminal', stream: { isTTY: true, columns: 72, hasColors }, want: { isColoured: true, columns: 72 } },
  {
    what: 'a terminal without colours',
    stream: { isTTY: true, columns: 72, hasColors: () => false },
    want: { isColoured: false, columns: 72 },
  },
  {
    what: 'a terminal, with NO_COLOR',
    stream: { isTTY: true, columns: 72, hasColors },
    noColor: '1',
    want: { isColoured: false, columns: 72 },
  },
  {
    what: 'a terminal that does not know its size',
    stream: { isTTY: true, columns: 0, hasColors },
    want: { isColoured: true, columns: 100 },
  },
  { what: 'a file', stream: {}, want: { isColoured: false, columns: 100 } },
])('screenOf $what', ({ stream, noColor = '', want }) => {
  vi.stubEnv('NO_COLOR', noColor);
  expect(screenOf(stream)).toEqual(want);
});
