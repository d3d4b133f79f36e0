/** Whether the process runs in CI: https://docs.github.com/actions/reference/workflows-and-actions/variables */
export function isCi(): boolean {
  return ![undefined, '', '0', 'false'].includes(process.env['CI']);
}
