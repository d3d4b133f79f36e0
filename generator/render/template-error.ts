/** A template cannot be rendered, or what it renders is not what it should be. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  /**
   * @param template - Path of the template below the templates folder.
   * @param cause - What went wrong.
   * @param subject - Name of the message or type that it was rendered for, where it is rendered for each.
   */
  constructor(
    readonly template: string,
    cause: Error,
    subject?: string,
  ) {
    super(`templates/${template}${subject === undefined ? '' : `, for ${subject}`}: ${cause.message}`, { cause });
  }
}
