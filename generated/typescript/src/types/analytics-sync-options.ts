// Generated from types/analytics-sync-options.yaml of the message catalog. Change it there.

/**
 * Which analytics to fetch beyond the basic ones. Each part is one more thing to ask the
 * marketplace for.
 */
export type AnalyticsSyncOptions = {
  /** Set to true to fetch the marketplace's detailed metrics as well. */
  includeDetailedMetrics?: boolean | undefined;
  /** Set to true to learn where visitors came from; the result has it in `trafficSources`. */
  includeTrafficSources?: boolean | undefined;
  /** Set to true to learn what buyers searched for; the result has it in `topSearchTerms`. */
  includeSearchTerms?: boolean | undefined;
};
