/** How text is shown where it goes. */
export interface Screen {
  /** Whether colours are shown. */
  readonly isColoured: boolean;
  /** Columns of a line. */
  readonly columns: number;
}

/** Columns of a line that goes to a file or a pipe, or to a terminal that does not say how wide it is. */
const columnsElsewhere = 100;

/** A stream, as far as it says whether it is a terminal, and of which kind. */
export interface ScreenStream {
  /** Whether it leads to a terminal; `undefined` as `false`. */
  readonly isTTY?: boolean;
  /** Columns of the terminal. */
  readonly columns?: number;
  /** Whether the terminal has colours, by `TERM` and `FORCE_COLOR`. */
  readonly hasColors?: () => boolean;
}

/**
 * Reads off a stream how text for it may look. There are colours only on a terminal that has some, and where neither
 * `NO_COLOR` (https://no-color.org) nor `TERM=dumb` asks for none.
 *
 * @param stream - Standard output or standard error.
 */
export function screenOf({ isTTY = false, columns = 0, ...stream }: ScreenStream): Screen {
  return {
    isColoured: isTTY && (process.env['NO_COLOR'] ?? '') === '' && (stream.hasColors?.() ?? false),
    columns: isTTY && columns > 0 ? columns : columnsElsewhere,
  };
}
