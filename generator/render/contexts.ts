import { getOrInsert } from '../lazy.js';
import type { Model } from '../model/model.js';
import { messageData, packageData, typeData } from './data/template-data.js';
import { printFor, type Print } from './data/print.js';
import { documentsOf } from './documents/documents.js';
import { siteOf } from './html/site.js';
import { viewsWithParts } from './keep-last.js';
import { plainView, strictView } from './strict-view.js';
import type { PackageView } from './views.js';

/** What templates see of a model: data of the catalog, and text that was rendered for one place. */
export interface Contexts {
  readonly package: object;
  /** One for each message, in the model's order. */
  readonly message: readonly object[];
  /** One for each shared type, in the model's order. */
  readonly type: readonly object[];
}

/** Gives what a template sees, by the path of its file, whose ending says how data prints; `isStrict` checks the names. */
export function contextsOf(model: Model, view: PackageView, isStrict: boolean): (path: string) => Contexts {
  const site = siteOf(model);
  const makeView: typeof strictView = isStrict ? strictView : (_, ...sources) => plainView(...sources);
  const makeContexts = (print: Print): Contexts => {
    const documents = documentsOf(model, print);
    const messages = viewsWithParts(model.messages, (message) => messageData(message, print), {
      site: site.messagePage,
      document: documents.messageDocument,
    }).map((data, index) => makeView('message', data, view.messages[index] ?? {}));
    const types = viewsWithParts(model.types, (type) => typeData(type, print), {
      site: site.typePage,
      document: documents.typeDocument,
    }).map((data, index) => makeView('type', data, view.types[index] ?? {}));
    const wholes = viewsWithParts([model], () => ({ messages, types }), {
      site: site.site,
      document: documents.document,
    });
    return { package: makeView('package', ...wholes, packageData(model, print), view), message: messages, type: types };
  };
  const known = new Map<Print, Contexts>();
  return (path) => {
    const print = printFor(path);
    return getOrInsert(known, print, () => makeContexts(print));
  };
}
