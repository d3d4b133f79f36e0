import type { LintRule } from '../lint/rule.js';

/** The documentation of rules, as Markdown: a table, one line a rule, and how to switch one off. */
export function rulesDocument(rules: readonly LintRule[]): string {
  const lines = rules.map(({ id, sentence, fix }) => `| \`${id}\` | ${sentence} | ${fix ?? ''} |`);
  return `# Lint rules

What \`worker-codegen validate\` and \`generate\` warn of. A warning fails nothing, unless \`validate --max-warnings 0\` says
so; \`validate --fix\` adds what the last column names, leaves every other byte of the files as it is, and says where it
cannot.

| Rule | What holds | \`--fix\` adds |
|---|---|---|
${lines.join('\n')}

A rule is switched in \`catalog.yaml\`, off or off in places, with a reason:

\`\`\`yaml
${switchingExample}\`\`\`

\`bounded-pattern\`, of a pattern that backtracks without end on some texts, is an error that can be accepted in the same way.

A \`path\` is a file or folder of the catalog, or a part of a file: a JSON Pointer behind \`#\`.
`;
}

/** How \`catalog.yaml\` switches rules, for the documentation. */
export const switchingExample = `lint:
  rules:
    example-per-request:
      off: true
      reason: The old requests are about to go.
    secret-marked:
      except:
        - path: messages/parser/parse-request.yaml#/payload/properties/token
          reason: A token of the grammar, not a credential.
`;
