import type { Model } from '../model/model.js';
import { messageData, packageData, typeData } from './data/template-data.js';
import { printFor, type Print } from './data/print.js';
import { documentsOf } from './documents/documents.js';
import { siteOf } from './html/site.js';
import { keepLast } from './keep-last.js';
import { plainView, strictView } from './strict-view.js';
import type { PackageView } from './views.js';

/** What templates see of a model: data of the catalog, and text that was rendered for one place. */
export interface Contexts {
  readonly package: object;
  /** In the model's order. */
  readonly messages: readonly object[];
  /** In the model's order. */
  readonly types: readonly object[];
}

/** Makes one view of several objects; the first argument is what errors call it. */
type MakeView = typeof strictView;

/**
 * Gives what a template sees, by the file that it makes: data prints itself as that file's ending asks for.
 *
 * @param isStrict - Whether names are checked, as those of a template that was never tested.
 */
export function contextsOf(model: Model, view: PackageView, isStrict: boolean): (path: string) => Contexts {
  const known = new Map<Print, Contexts>();
  const site = siteOf(model);
  const makeView: MakeView = isStrict ? strictView : (_, ...sources) => plainView(...sources);
  return (path) => {
    const print = printFor(path);
    const contexts = known.get(print) ?? makeContexts(model, view, site, print, makeView);
    known.set(print, contexts);
    return contexts;
  };
}

function makeContexts(
  model: Model,
  view: PackageView,
  site: ReturnType<typeof siteOf>,
  print: Print,
  makeView: MakeView,
): Contexts {
  const documents = documentsOf(model, print);
  const [messagePage, typePage] = [keepLast(site.messagePage), keepLast(site.typePage)];
  const [messageDocument, typeDocument] = [keepLast(documents.messageDocument), keepLast(documents.typeDocument)];
  const messages = model.messages.map((message, index) =>
    makeView('message', messageData(message, print), view.messages[index] ?? {}, {
      get site() {
        return messagePage(message);
      },
      get document() {
        return messageDocument(message);
      },
    }),
  );
  const types = model.types.map((type, index) =>
    makeView('type', typeData(type, print), view.types[index] ?? {}, {
      get site() {
        return typePage(type);
      },
      get document() {
        return typeDocument(type);
      },
    }),
  );
  const whole = {
    get site() {
      return site.site();
    },
    get document() {
      return documents.document();
    },
  };
  const lists = { messages, types };
  return { package: makeView('package', lists, packageData(model, print), view, whole), messages, types };
}
