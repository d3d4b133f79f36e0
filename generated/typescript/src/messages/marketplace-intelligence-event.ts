// Generated from messages/analytics/marketplace-intelligence-event.yaml of the message catalog. Change it there.

/**
 * Publishes the public data of one listing scraped from a marketplace.
 *
 * Workers emit it for each listing they find while they handle an `analytics-collection-request` or
 * a `model-analytics-collection-request`. It describes what any visitor of the marketplace can see:
 * the listing, its popularity, its shop, and the place it held in the search. Users' own listings
 * are the business of `marketplace-listing-sync-request`.
 *
 * worker-analytic-collector indexes the events in Elasticsearch, where they serve market research,
 * pricing and the detection of trends.
 */
export interface MarketplaceIntelligenceEventMessage {
  /**
   * Marketplace the listing was found on, in lower case. Known values: `etsy`, `ebay`; others are
   * accepted.
   */
  marketplace: 'etsy' | 'ebay' | (string & {});
  /** Marketplace's own id of the listing. */
  externalId: string;
  /** What is offered, at what price, and where to see it. */
  listing: {
    /** Headline of the listing, as its seller wrote it. */
    title: string;
    /** Price asked for the item when it was scraped, in `currency`. */
    price: number;
    /** Currency of the prices in this event, for example `USD`. */
    currency: string;
    /** Address of the listing's page on the marketplace. */
    url: string;
    /** Address of the listing's preview image. */
    thumbnailUrl: string;
  };
  /** How popular the listing is, as far as the marketplace shows it. Each figure may be missing. */
  metrics?: {
    /** How many shoppers have marked the listing as a favorite. Integer. */
    favorites?: number | undefined;
    /** How many reviews the listing has received. Integer. */
    reviewsCount?: number | undefined;
    /** Mean rating in the listing's reviews, on the marketplace's own scale. */
    averageRating?: number | undefined;
    /** How often the listing has been viewed. Integer. */
    views?: number | undefined;
    /** How many sales the listing has had. Integer. */
    salesCount?: number | undefined;
    /**
     * Pace at which the listing sells. No unit of time is specified, so use it for comparison only.
     */
    salesVelocity?: number | undefined;
    /** How favorable the sentiment towards the listing is. No scale is specified. */
    sentimentScore?: number | undefined;
  } | undefined;
  /** Category, promotion and shop. */
  metadata?: {
    /** Search tags that the seller gave the listing. */
    tags?: string[] | undefined;
    /** Materials the seller names, for example `PLA` or `resin`. */
    materials?: string[] | undefined;
    /** Name under which the seller trades on the marketplace. */
    shopName?: string | undefined;
    /** Where the shop says it is located, as free text. */
    shopLocation?: string | undefined;
    /** Whether a file is sold for download (`true`) or a physical item is shipped (`false`). */
    isDigital?: boolean | undefined;
    /** Whether the marketplace marks the listing as a bestseller. */
    isBestseller?: boolean | undefined;
    /**
     * Whether the listing was shown as an advertisement. Its position in the search was then paid
     * for, not earned.
     */
    isAd?: boolean | undefined;
    /** Whether the marketplace marks the listing as popular at the moment. */
    isPopularNow?: boolean | undefined;
    /** Whether the shop carries the marketplace's star seller badge. */
    isStarSeller?: boolean | undefined;
    /** Whether the seller ships the item at no extra charge. */
    hasFreeShipping?: boolean | undefined;
    /** Price before the discount, in the currency of the listing. */
    originalPrice?: number | undefined;
    /** Discount on `originalPrice`, in percent. */
    discountPercent?: number | undefined;
    /** Mean rating of the whole shop, on the marketplace's own scale. */
    shopRating?: number | undefined;
    /** How many reviews the whole shop has received, over all its listings. Integer. */
    shopReviewsCount?: number | undefined;
    /** Texts of reviews that were collected along with the listing. */
    reviews?: string[] | undefined;
  } | undefined;
  /** Search that turned the listing up, and where in its results the listing stood. */
  queryContext?: {
    /** Words that were searched for on the marketplace. */
    searchQuery?: string | undefined;
    /** Page of the search results that showed the listing. Integer. */
    pageNumber?: number | undefined;
    /** Rank of the listing among the search results. Integer. */
    position?: number | undefined;
    /** Filters that were set on the search, by name; names and values depend on the marketplace. */
    filters?: { [key: string]: unknown } | undefined;
  } | undefined;
  /**
   * Time at which the listing was scraped, in ISO 8601. All figures are as of then. Format:
   * date-time (RFC 3339), such as `2026-03-14T09:26:53Z`.
   */
  collectedAt: string;
  /** Release of the collector that did it. Tells apart data that was read in different ways. */
  collectorVersion?: string | undefined;
  /** How the collector obtained the data, as a label. */
  scrapingMethod?: string | undefined;
}
