// It stands with validation, which warns of such files beside errors too, and knows nothing of lint.
export { readFile } from '../../validate/read-file.js';
