import { contentHash } from '../content-hash.js';
import type { SettingsView } from './settings-view.js';
import type { PackageView } from './views.js';

/** A package as what is made for a single message or type sees it: whether that looks at others too is noted. */
export class NarrowView {
  readonly view: PackageView;
  /** Digest of what may be looked at without being noted. */
  readonly digest: string;
  #looksAtOthers = false;

  /**
   * @param view - The package.
   * @param settings - What its settings alone say of it.
   */
  constructor(view: PackageView, settings: SettingsView) {
    this.digest = contentHash(JSON.stringify(settings));
    const names = Object.keys(view) as (keyof PackageView)[];
    this.view = Object.defineProperties(
      { ...view },
      Object.fromEntries(names.filter((name) => !(name in settings)).map((name) => [name, this.#noted(view, name)])),
    );
  }

  /**
   * Tells whether the settings are enough for something.
   *
   * @param look - Looks at the view.
   */
  isEnoughFor(look: () => unknown): boolean {
    this.#looksAtOthers = false;
    look();
    return !this.#looksAtOthers;
  }

  #noted(view: PackageView, name: keyof PackageView): PropertyDescriptor {
    return {
      enumerable: true,
      get: () => {
        this.#looksAtOthers = true;
        return view[name];
      },
    };
  }
}
