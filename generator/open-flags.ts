import { constants } from 'node:fs';

// Windows knows neither flag, and asks for a privilege to make links.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Flags to open a file for reading that may be anything (https://man7.org/linux/man-pages/man2/open.2.html): a pipe is not
 * waited for, as nobody may ever write to it.
 */
export const readWithoutWaiting = O_RDONLY | O_NONBLOCK;

/** Like {@link readWithoutWaiting}, and follows no link, which could lead anywhere: `ELOOP` says that there is one. */
export const readWithoutFollowing = readWithoutWaiting | O_NOFOLLOW;
