import { join } from 'node:path';
import { Reporter } from '../diagnostics/reporter.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { rendering } from '../render/render.js';
import { loadTemplates } from '../render/templates.js';
import { validate } from '../validate/validate.js';

/** The model of a catalog on the disk. */
export async function readModel(catalog: string): Promise<Model> {
  const reporter = new Reporter(locatorOf);
  return buildModel(validate(await load(catalog, reporter), reporter));
}

/** Renders one of the project's own targets: what its files hold, by path below the target's folder. */
export async function renderTarget(model: Model, target: string): Promise<ReadonlyMap<string, string>> {
  const templates = await loadTemplates(join(import.meta.dirname, '../../templates'));
  const files = rendering(model)(templates.filter(({ path }) => path.startsWith(`${target}/`)));
  return new Map(files.map(({ path, content }) => [path.slice(target.length + 1), content]));
}
