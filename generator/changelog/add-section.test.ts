import { describe, expect, it } from 'vitest';
import { addSection } from './add-section.js';

const section = '## [2.0.0] - 2026-12-01\n\n### Removed\n\n- Nothing.\n';

describe('addSection', () => {
  it('starts a changelog', () => {
    const changelog = addSection('', section, '2.0.0');
    expect(changelog).toMatch(
      /^# Changelog\n\nWhat changed [^\n]+\n\n## \[2\.0\.0\] - 2026-12-01\n\n### Removed\n\n- Nothing\.\n$/,
    );
  });

  it.each([
    [
      'above the section before',
      '# Log\n\n## [1.0.0] - 2025-01-01\n\n- First.\n',
      `# Log\n\n${section}\n## [1.0.0] - 2025-01-01\n\n- First.\n`,
    ],
    ['above one whose version is a link', '# Log\n## [1.0.0](x) - y\n', `# Log\n\n${section}\n## [1.0.0](x) - y\n`],
    [
      'below what is not released',
      '# Log\n\n## [Unreleased]\n\n- Soon.\n\n## 1.0.0\n',
      `# Log\n\n## [Unreleased]\n\n- Soon.\n\n${section}\n## 1.0.0\n`,
    ],
    ['behind a text without sections', '# Log\r\n\r\nOurs.', `# Log\n\nOurs.\n\n${section}`],
  ])('puts the section %s', (_, given, want) => {
    expect(addSection(given, section, '2.0.0')).toBe(want);
  });

  it.each(['## [2.0.0] - 2026-11-30\n', '## 2.0.0\n', '# Log\n\n## [2.0.0](x)\n\nBy hand.\n'])(
    'leaves a section of the same version alone: %j',
    (given) => {
      expect(addSection(given, section, '2.0.0')).toBeUndefined();
    },
  );
});
