/** Whether a double, which JSON readers have alone, keeps a number just as YAML 1.2 writes it. */
export function isExact(source: string, value: number): boolean {
  if (/^[-+]?0[xo]/.test(source)) return Number.isSafeInteger(value);
  return canonical(source) === canonical(String(value));
}

/** Significant digits and the exponent behind them, the same for every way to write a number. */
function canonical(source: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(source) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const scale = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign === '-' ? '-' : ''}${significant}e${scale}`;
}
