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
    super(`templates/${template}${subject === undefined ? '' : `, for ${subject}`}: ${plain(cause.message)}`, {
      cause,
    });
  }
}

/** Handlebars prints the object that lacks a name, which says nothing. */
function plain(message: string): string {
  return message.replace(' not defined in [object Object]', ' is no name that it knows here');
}
