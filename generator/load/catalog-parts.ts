/** Names of the file that holds a catalog's settings: the first that is there counts. */
export const settingsNames = ['catalog.yaml', 'catalog.yml', 'catalog.json'] as const;

/** Folders of a catalog whose files are read. */
export const catalogFolders = ['messages', 'types'] as const;

/** What the names of files end with that are read. */
export const readName = /\.(?:yaml|yml|json)$/;

/** Name of the file that says what changed from version to version. */
export const changelogName = 'CHANGELOG.md';

/** Everything in a catalog's folder that makes up the catalog; of what else is in it, only names are looked at. */
export const catalogParts: readonly string[] = [...settingsNames, changelogName, ...catalogFolders];
