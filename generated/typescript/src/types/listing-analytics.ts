// Generated from types/listing-analytics.yaml of the message catalog. Change it there.

/** How one listing did on its marketplace within the time range of the sync. */
export type ListingAnalytics = {
  /** How often the listing was viewed. Integer. */
  views?: number | undefined;
  /** How many buyers marked the listing as a favorite. Integer. */
  favorites?: number | undefined;
  /** How many sales the listing made. Integer. */
  sales?: number | undefined;
  /**
   * Money that the sales brought in, as the marketplace reports it; no currency is given with it.
   */
  revenue?: number | undefined;
  /** Share of the views that led to a sale. */
  conversionRate?: number | undefined;
  /** What one order is worth on average, in the currency of `revenue`. */
  averageOrderValue?: number | undefined;
  /**
   * What buyers searched for when they came upon the listing. Asked for with
   * `syncOptions.includeSearchTerms` in the request. Each item: One search term, such as
   * `articulated dragon`.
   */
  topSearchTerms?: string[] | undefined;
  /**
   * Where visitors came from; one entry for each source, under the name the marketplace gives it.
   * Asked for with `syncOptions.includeTrafficSources` in the request.
   */
  trafficSources?: { [key: string]: unknown } | undefined;
  /** Views and sales over time, one entry for each date. */
  timeSeries?: Array<{
    /** Date that the entry's figures belong to, in ISO 8601. */
    date?: string | undefined;
    /** Views of the listing on that date. Integer. */
    views?: number | undefined;
    /** Sales of the listing on that date. Integer. */
    sales?: number | undefined;
  }> | undefined;
};
