import { styleText } from 'node:util';

/** A style of text on a terminal. */
export type Style = 'bold' | 'dim' | 'cyan' | 'green' | 'yellow' | 'red';

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/**
 * Gives text the styles of `util.styleText`.
 *
 * @param isColoured - Whether where the text goes shows styles; otherwise all text stays as it is.
 */
export function painter(isColoured: boolean): Paint {
  return (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text);
}
