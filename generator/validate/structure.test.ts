import { expect, it } from 'vitest';
import { diagnose } from '../testing/diagnose.js';

it.each(['Send Mail', 'send-mial-', 'Other Name'])(
  'A name that is none is answered with that of the file: %s',
  (name) => {
    const reported = diagnose({
      'messages/send-mail.yaml': `name: ${name}\ndescription: Sends it.\npayload: true\n`,
    });
    expect(reported).toEqual([expect.stringContaining('Did you mean "send-mail"?')]);
  },
);
