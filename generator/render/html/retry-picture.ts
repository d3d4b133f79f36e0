import type { RetryPolicy } from '../../catalog/catalog.js';
import { milliseconds, units } from '../duration.js';
import { html, type Markup } from './markup.js';

/** Attempts of a job in time: a dot each, what is waited between two as BullMQ counts it (exponential doubles each time). */
export function retryPicture({ attempts, backoff }: RetryPolicy): Markup {
  const shown = Math.min(attempts, 8);
  const waits = Array.from({ length: shown - 1 }, (_, index) => waitBefore(index, backoff));
  // Long waits would leave the first ones a single spot, so that lengths grow with the root.
  const lengths = waits.map((wait) => 34 + 0.5 * Math.sqrt(wait));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const scale = Math.min(1, 560 / Math.max(1, total));
  let x = 14;
  const drawn = waits.map((wait, index) => {
    const from = x;
    x += Math.max(44, (lengths[index] ?? 0) * scale);
    return html`<path class="wait" d="M${round(from + 9)} 22H${round(x - 9)}" /><text
        class="role"
        x="${round((from + x) / 2)}"
        y="14"
        text-anchor="middle"
        >${durationText(wait)}</text
      >${dot(x, index + 2)}`;
  });
  const more = attempts > shown ? html`<text class="role" x="${round(x + 16)}" y="26">… ${attempts} in all</text>` : '';
  const width = Math.ceil(x + (attempts > shown ? 90 : 16));
  return html`<svg
    class="retry"
    viewBox="0 0 ${width} 54"
    width="${width}"
    height="54"
    role="img"
    aria-label="${attempts} attempts in time"
  >
    ${dot(14, 1)}${drawn}${more}
  </svg>`;
}

const dot = (x: number, number: number): Markup =>
  html`<circle cx="${round(x)}" cy="22" r="6" /><text class="name" x="${round(x)}" y="46" text-anchor="middle"
      >${number}</text
    >`;

function waitBefore(index: number, backoff: RetryPolicy['backoff']): number {
  const delay = milliseconds(backoff?.delay ?? '');
  return backoff?.type === 'exponential' ? delay * 2 ** index : delay;
}

function durationText(duration: number): string {
  if (duration === 0) return 'at once';
  const unit = ['h', 'm', 's'].find((each) => duration >= (units[each] ?? 1)) ?? 'ms';
  return `${round(duration / (units[unit] ?? 1))} ${unit === 'm' ? 'min' : unit}`;
}

const round = (number: number): number => Math.round(number * 10) / 10;
