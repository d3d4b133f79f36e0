// Generated from messages/analytics/model-analytics-collection-request.yaml of the message catalog. Change it there.

/**
 * Collects market data about listings that are comparable to one metamodel.
 *
 * The backend's scheduler sends it every 6 hours for metamodels that are popular or tagged; it can
 * also be sent by hand. The worker derives its marketplace searches from the category, tags and
 * franchise given here, so the more of them you fill in, the closer the results come to the
 * metamodel. For a search of your own wording, send `analytics-collection-request` instead.
 *
 * There is no completed message. The listings found are published as
 * `marketplace-intelligence-event`s, and aggregated statistics are stored in Elasticsearch for
 * trend analysis.
 */
export interface ModelAnalyticsCollectionRequestMessage {
  /** Metamodel whose market is examined. */
  metamodelId: string;
  /** User who owns the metamodel; recorded for the audit trail. */
  ownerId: string;
  /**
   * Main category of the metamodel, such as `miniature` or `terrain`. Known values: `miniature`,
   * `terrain`; others are accepted.
   */
  primaryCategory?: 'miniature' | 'terrain' | (string & {}) | undefined;
  /** Finer category within `primaryCategory`, to narrow the searches. */
  subCategory?: string | undefined;
  /**
   * Tags to search with, 10 at most. Choose the most telling ones of the metamodel's metadata. At
   * most 10 items.
   */
  tags?: string[] | undefined;
  /**
   * Franchise the metamodel belongs to, such as `Dungeons & Dragons`. Leave it out when none was
   * detected.
   */
  franchise?: string | undefined;
  /** How sure the category is; higher is surer. It comes from the classifier that chose it. */
  confidence?: number | undefined;
  /** How urgent this collection is, as a label. No values are documented. */
  priority?: string | undefined;
  /**
   * What caused the request: `backend-scheduler` for the regular run, `manual` when somebody asked
   * for it. Known values: `backend-scheduler`, `manual`; others are accepted.
   */
  triggeredBy?: 'backend-scheduler' | 'manual' | (string & {}) | undefined;
  /** When the collection was triggered, in ISO 8601. */
  triggeredAt?: string | undefined;
}
