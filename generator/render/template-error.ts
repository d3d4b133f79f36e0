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
    const { place, message } = plain(cause.message);
    super(`The template ${template}${place}${subject === undefined ? '' : `, for ${subject}`}: ${message}`, { cause });
  }
}

/** Handlebars prints the object that lacks a name, which says nothing, and counts columns from 0. */
function plain(message: string): { readonly place: string; readonly message: string } {
  const missing = /^("[^"]*") not defined in .* - (\d+):(\d+)$/s.exec(message);
  if (missing === null) return { place: '', message };
  const [, name, line, column] = missing;
  return { place: `:${line}:${Number(column) + 1}`, message: `${name} is no name that it knows here.` };
}
