/** What a changelog starts with. */
const opening = `# Changelog

What changed for those who use this package, newest first, in the form of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/). Versions are [semantic](https://semver.org/spec/v2.0.0.html).
`;

/** The heading of a version's section; what is not released has none. */
const heading = /^## +\[?(\d[^\]\s]*)/gm;

/** Puts a version's section above earlier ones, and leaves all else as it is; `undefined` where it has one, maybe edited. */
export function addSection(changelog: string, section: string, version: string): string | undefined {
  const text = changelog.trim() === '' ? opening : changelog.replaceAll('\r\n', '\n');
  const sections = [...text.matchAll(heading)];
  if (sections.some(([, known]) => known === version)) return undefined;
  const start = sections[0]?.index ?? text.length;
  const rest = text.slice(start);
  return `${text.slice(0, start).trimEnd()}\n\n${section.trimEnd()}\n${rest === '' ? '' : `\n${rest.trimEnd()}\n`}`;
}
