/** Statuses that say "not now": the backend did not take the request, or a gateway in front of it could not pass it on. */
export const repeatableStatuses: ReadonlySet<number> = /* @__PURE__ */ new Set([408, 425, 429, 502, 503, 504]);
