import type { Json } from '../json.js';
import { yamlLibrary } from '../load/yaml-library.js';

/** Characters of a list that is written in a line. */
const maxInline = 80;

/** Writes a value as YAML that people go on with: texts of several lines as blocks, short lists of plain values in a line. */
export function writeYaml(value: Json): string {
  const { Document, isScalar, visit } = yamlLibrary();
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, node) {
      const isPlain = node.items.every((item) => isScalar(item) && !String(item.value).includes('\n'));
      if (isPlain && node.items.map(String).join(', ').length <= maxInline) node.flow = true;
    },
    Map(_, node) {
      if (node.items.length === 0) node.flow = true;
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && /\n/.test(node.value)) node.type = 'BLOCK_LITERAL';
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: false, singleQuote: true });
}
