// Generated from messages/analytics/analytics-collection-request.yaml of the message catalog. Change it there.

/**
 * Scrapes the listings that a marketplace search finds, once and on demand.
 *
 * Send it for a one-off look at a market: the worker runs `query` as a search on the marketplace
 * and collects the public data of the listings it finds. For the market around one of your own
 * metamodels, send `model-analytics-collection-request` instead.
 *
 * There is no completed message. Each listing found is published as a
 * `marketplace-intelligence-event`.
 */
export interface AnalyticsCollectionRequestMessage {
  /**
   * Marketplace whose search is scraped, in lower case. Known values: `etsy`, `ebay`; others are
   * accepted.
   */
  marketplace?: 'etsy' | 'ebay' | (string & {}) | undefined;
  /** Search words, as a buyer would type them into the marketplace's search box. */
  query: string;
  /** How far the collection goes. May be left out. */
  options?: {
    /** How many pages of search results to collect. Integer. */
    pages?: number | undefined;
  } | undefined;
}
