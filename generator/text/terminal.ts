import { styleText } from 'node:util';

/** A style of text on a terminal. */
export type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'red';

/** Gives a text a style, or leaves it as it is. */
export type Colors = (style: Style, text: string) => string;

/** How text is shown where it goes. */
export interface TerminalInfo {
  /** Columns of a line. */
  readonly columns: number;
  readonly colors: Colors;
}

/** A stream, as far as it says whether it is a terminal, and of which kind. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Whether the terminal has colours, by `TERM` and `FORCE_COLOR`. */
  readonly hasColors?: () => boolean;
}

/** Columns of a line that goes to a file or a pipe, or to a terminal that does not say how wide it is. */
const defaultColumns = 100;

/** Gives text the styles of `util.styleText`, where styles are shown. */
export function colorsFor(isColoured: boolean): Colors {
  return (style, text) => (isColoured && text !== '' ? styleText(style, text, { validateStream: false }) : text);
}

/** Reads off a stream how text for it may look; colours also depend on `NO_COLOR` (https://no-color.org). */
export function terminalInfo(stream: TerminalStream): TerminalInfo {
  const { isTTY = false, columns = 0 } = stream;
  const isColoured = isTTY && (process.env['NO_COLOR'] ?? '') === '' && (stream.hasColors?.() ?? false);
  return { colors: colorsFor(isColoured), columns: isTTY && columns > 0 ? columns : defaultColumns };
}
