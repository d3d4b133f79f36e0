import { isJsonObject, type Json } from '../../json.js';

/** So many smaller values are tried. */
const maxTried = 400;

/** The smallest value that leaving out properties and items makes of another, and that still shows the same. */
export function shrink(value: Json, shows: (value: Json) => boolean): Json {
  let tried = 0;
  let best = value;
  for (;;) {
    const smaller = [...smallerValues(best)].find((each) => {
      tried += 1;
      return tried <= maxTried && shows(each);
    });
    if (smaller === undefined) return best;
    best = smaller;
  }
}

/**
 * Values with one thing less, those first that are much smaller.
 *
 * @yields Each of them.
 */
function* smallerValues(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length > 2) yield items.slice(0, items.length >> 1);
    for (const index of items.keys()) yield items.filter((_, each) => each !== index);
    for (const [index, item] of items.entries())
      for (const smaller of smallerValues(item)) yield items.map((each, at) => (at === index ? smaller : each));
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value))
      yield Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
    for (const [name, inner] of Object.entries(value))
      for (const smaller of smallerValues(inner)) yield { ...value, [name]: smaller };
  }
}
