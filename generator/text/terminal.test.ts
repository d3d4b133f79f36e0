import { afterEach, expect, it, vi } from 'vitest';
import { terminalInfo, type TerminalStream } from './terminal.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A terminal as Node.js has it, whose methods are those of its class and need it. */
class Terminal implements TerminalStream {
  readonly isTTY = true;
  readonly columns: number;
  readonly #colours: number;

  constructor(columns: number, colours: number) {
    this.columns = columns;
    this.#colours = colours;
  }

  hasColors(): boolean {
    return this.#colours >= 16;
  }
}

it.each<{ what: string; stream: TerminalStream; noColor?: string; want: { isColoured: boolean; columns: number } }>([
  { what: 'a terminal', stream: new Terminal(72, 256), want: { isColoured: true, columns: 72 } },
  {
    what: 'a terminal without colours',
    stream: new Terminal(72, 2),
    want: { isColoured: false, columns: 72 },
  },
  {
    what: 'a terminal, with NO_COLOR',
    stream: new Terminal(72, 256),
    noColor: '1',
    want: { isColoured: false, columns: 72 },
  },
  {
    what: 'a terminal that does not know its size',
    stream: new Terminal(0, 256),
    want: { isColoured: true, columns: 100 },
  },
  { what: 'a file', stream: {}, want: { isColoured: false, columns: 100 } },
])('terminalInfo $what', ({ stream, noColor = '', want }) => {
  vi.stubEnv('NO_COLOR', noColor);
  const { colors, columns } = terminalInfo(stream);
  expect({ isColoured: colors('red', 'x') !== 'x', columns }).toEqual(want);
});
