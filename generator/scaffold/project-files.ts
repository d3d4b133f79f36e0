/** Where the JSON Schemas of catalog files are in a project that has installed this package. */
const schemas = './node_modules/@mesh-sync/worker-codegen/generator/schemas';

/** What editors with the extension of Red Hat for YAML check catalog files by, while they are written. */
export const editorSettings = `${JSON.stringify(
  {
    'yaml.schemas': {
      [`${schemas}/catalog.schema.json`]: 'catalog/catalog.yaml',
      [`${schemas}/message.schema.json`]: 'catalog/messages/**/*.yaml',
      [`${schemas}/type.schema.json`]: 'catalog/types/**/*.yaml',
    },
  },
  null,
  2,
)}\n`;

/** The extension that reads them. */
export const editorExtensions = `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`;

/** `generated/` is committed, so that a review shows what a change does to callers; what building and packing it leaves behind is not. */
export const gitIgnore = `node_modules/
dist/
*.tgz
generated/typescript/package-lock.json
*.orig
*.tmp
`;

/** A workflow of GitHub Actions: errors at their lines, output that is up to date, and what a change does as a comment. */
export const workflow = `name: Catalog

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read
  packages: read
  pull-requests: write

jobs:
  catalog:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # for the catalog as it was
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
          registry-url: https://npm.pkg.github.com
          scope: '@mesh-sync'
      - run: npm ci
        env:
          NODE_AUTH_TOKEN: \${{ github.token }} # of a private package, its settings must give this repository access
      - name: Errors and warnings, at their lines
        run: npx --no worker-codegen validate --format github
      - name: generated/ is what the catalog yields
        run: npx --no worker-codegen generate --check
      - name: What the change does to callers and workers, as a comment
        if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
        env:
          GH_TOKEN: \${{ github.token }}
          BASE: origin/\${{ github.base_ref }}
          NUMBER: \${{ github.event.number }}
        run: |
          git cat-file -e "$BASE:catalog/catalog.yaml" || exit 0 # the first change has nothing to compare with
          status=0
          npx --no worker-codegen diff "$BASE" --format markdown > "$RUNNER_TEMP/changes.md" || status=$?
          gh pr comment "$NUMBER" --edit-last --create-if-none --body-file "$RUNNER_TEMP/changes.md"
          exit $status
`;
