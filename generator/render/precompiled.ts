/** A template that was compiled before, as Handlebars' runtime takes it. */
export type TemplateSpecification = Parameters<typeof import('handlebars').template>[0];

/**
 * Templates that were compiled before, by the hash of their source. Sources know none: the build puts a module with the
 * shipped templates in the place of this one.
 */
export const precompiled: ReadonlyMap<string, TemplateSpecification> = new Map();
