/** A template cannot be rendered, or what it renders is not what it should be. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  /**
   * @param template - Path of the template below the templates folder.
   * @param cause - What went wrong.
   */
  constructor(
    readonly template: string,
    cause: Error,
  ) {
    super(`templates/${template}: ${cause.message}`, { cause });
  }
}
