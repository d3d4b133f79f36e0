import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { contentHash } from '../content-hash.js';
import { systemErrorCode } from '../system-error.js';

/** A process, told from every other one as far as the system allows. */
export interface ProcessIdentity {
  /** Its number; the system gives it to another process some time after this one has ended. */
  readonly id: number;
  /** Name of the host, of which other hosts may have the same. */
  readonly host: string;
  /** Hash that stands for the installation of the system; empty where it is not known, and in containers. */
  readonly machine: string;
  /** Hash that stands for the table of processes that the number is of: another boot or container has another. Empty where it is not known. */
  readonly table: string;
  /** When it began, in ticks of the system's clock since the boot; empty where the system does not tell. */
  readonly started: string;
}

/** Whether a process is running; `unknown` where it cannot be told from here. */
export type Fate = 'running' | 'ended' | 'unknown';

/** What the system says of the process of a number: when it began, or that there is none. */
type LookUp = (id: number) => Pick<ProcessIdentity, 'started'> | undefined;

/** The namespaces that a system has outside of all containers (https://man7.org/linux/man-pages/man7/namespaces.7.html; Linux, `include/linux/proc_ns.h`). */
const outermost = { pid: 'pid:[4026531836]', uts: 'uts:[4026531838]' };

/** This process. */
export function ownIdentity(): ProcessIdentity {
  const id = process.pid;
  // No longer than Linux allows, without the characters that mean something in a path.
  const host = hostname()
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 64);
  if (process.platform !== 'linux')
    return { id, host, machine: '', table: contentHash(`${process.platform} ${host}`), started: '' };
  return { id, host, machine: machineHash(), table: tableHash(), started: lookUp(id)?.started ?? '' };
}

/**
 * Whether a process other than this one is running. It is said to have ended only where that is certain: its number is
 * free, or that of this process or of one that began later, or its machine has been started again.
 *
 * @param other - The process.
 * @param own - This process.
 * @param look - Looks a process up by its number. Default: asks the system.
 */
export function fateOf(other: ProcessIdentity, own: ProcessIdentity, look: LookUp = lookUp): Fate {
  if (other.table === '' || other.table !== own.table) {
    const isRestarted = other.machine !== '' && other.machine === own.machine && other.host === own.host;
    return isRestarted && other.table !== '' && own.table !== '' ? 'ended' : 'unknown';
  }
  const found = other.id === own.id ? undefined : look(other.id);
  if (found === undefined) return 'ended';
  if (found.started === '' || other.started === '') return 'unknown';
  return found.started === other.started ? 'running' : 'ended';
}

/** The table of processes is that of a boot (random(4)) and of a namespace; clocks are those of a namespace too. */
function tableHash(): string {
  const boot = read('/proc/sys/kernel/random/boot_id');
  const [pid, time] = [link('/proc/self/ns/pid'), link('/proc/self/ns/time')];
  // Where /proc is that of other processes, numbers mean something else there.
  const isOwn = link('/proc/self') === String(process.pid);
  return isOwn && boot !== '' && pid !== '' ? contentHash([boot, pid, time].join(' ')) : '';
}

/** Of the id only a hash may leave the machine (https://man7.org/linux/man-pages/man5/machine-id.5.html); containers have that of their image, if any. */
function machineHash(): string {
  const machine = read('/etc/machine-id');
  const isContainer = link('/proc/self/ns/pid') !== outermost.pid || link('/proc/self/ns/uts') !== outermost.uts;
  return machine === '' || isContainer ? '' : contentHash(`worker-codegen ${machine}`);
}

function lookUp(id: number): Pick<ProcessIdentity, 'started'> | undefined {
  try {
    process.kill(id, 0);
  } catch (error) {
    if (systemErrorCode(error) !== 'EPERM') return undefined;
  }
  // The name before the state, in parentheses, may hold anything (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
  const stat = read(`/proc/${id}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // It has ended, and its parent has not asked how.
  if (fields[0] === 'Z') return undefined;
  return { started: fields[19] ?? '' };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1').trim();
  } catch {
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
