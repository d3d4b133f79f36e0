import type { Rule } from '../rule.js';

/** Users of a package have to find the terms that it names. */
export const readableLicence: Rule = {
  id: 'readable-licence',
  sentence: 'A licence that is in a file goes with the name of that file, and the other way round.',
  check({ catalog: { settings, settingsFile: file } }, report) {
    const { license, licenseFile } = settings.package;
    const isInFile = license.startsWith('SEE LICENSE IN ');
    if (isInFile === (licenseFile !== undefined)) return;
    const message = isInFile
      ? 'Nothing says where the terms are: write licenseFile, with the name of a file beside catalog.yaml.'
      : 'Nothing refers to this file: write license: SEE LICENSE IN LICENSE, or remove it.';
    report({ file, path: ['package', isInFile ? 'license' : 'licenseFile'] }, message);
  },
};
