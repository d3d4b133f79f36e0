/** What a changelog starts with. */
const opening = `# Changelog

What changed for those who use this package, newest first, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/). Versions are [semantic](https://semver.org/spec/v2.0.0.html).
`;

/** The heading of a version's section; what is not released has none. */
const heading = /^## +\[?(\d[^\]\s]*)/gm;

/**
 * Puts the section of a version above those of earlier runs, and leaves everything else as it is.
 *
 * @returns The changelog; `undefined` where it has a section of that version, which may have been edited.
 */
export function addSection(changelog: string, section: string, version: string): string | undefined {
  const text = changelog.trim() === '' ? opening : changelog.replaceAll('\r\n', '\n');
  const sections = [...text.matchAll(heading)];
  if (sections.some(([, known]) => known === version)) return undefined;
  const start = sections[0]?.index ?? text.length;
  const rest = text.slice(start);
  return `${text.slice(0, start).trimEnd()}\n\n${section.trimEnd()}\n${rest === '' ? '' : `\n${rest.trimEnd()}\n`}`;
}
