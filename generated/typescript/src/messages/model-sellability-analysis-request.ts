// Generated from messages/model/model-sellability-analysis-request.yaml of the message catalog. Change it there.

/**
 * Rates how well a metamodel would sell, at what price and on which marketplaces.
 *
 * Send it before a product is offered for sale. The worker has no database access: put everything
 * known about the metamodel in `metamodelData`, or in a JSON file at `manifestUrl` when that is too
 * large for a message. For Etsy it can also look at competitor prices, category demand and which
 * materials suit.
 *
 * Score, prices and recommendations come back in `model-sellability-analysis-completed`.
 */
export interface ModelSellabilityAnalysisRequestMessage {
  /**
   * UUID of the metamodel to analyse; `model-sellability-analysis-completed` repeats it. Format:
   * UUID (RFC 9562).
   */
  metamodelId?: string | undefined;
  /**
   * UUID of the metamodel's owner; `model-sellability-analysis-completed` repeats it. Format: UUID
   * (RFC 9562).
   */
  ownerId?: string | undefined;
  /**
   * Everything the analysis is based on: the metamodel with its technical metadata, its generated
   * metadata and its child models. When it is too large for the message, use `manifestUrl` instead.
   */
  metamodelData?: { [key: string]: unknown } | undefined;
  /**
   * URL of the metamodel data as JSON. For data too large to send in `metamodelData`. Format: URI
   * (RFC 3986), absolute.
   */
  manifestUrl?: string | undefined;
  /** Which parts of the analysis to run, and for which marketplaces. May be left out. */
  analysisOptions?: {
    /** Marketplaces to rate the product for, by id, for example `etsy` or `ebay`. */
    targetMarketplaces?: string[] | undefined;
    /** Set to true to compare the product with competing offers and their prices. */
    competitorAnalysis?: boolean | undefined;
    /**
     * Set to true to assess market demand; the outcome is `demandAnalysis` in the completed
     * message.
     */
    demandAnalysis?: boolean | undefined;
    /**
     * Set to true to take the metamodel's child models into the analysis, not just the metamodel as
     * a whole.
     */
    includeChildModels?: boolean | undefined;
    /** Further analysis done only for Etsy. */
    etsyAnalysisOptions?: {
      /** Set to true to find out which print materials suit the product on Etsy. */
      analyzeMaterialSuitability?: boolean | undefined;
      /** Set to true to bring in demand trends of the product's category on Etsy. */
      fetchEtsyTrends?: boolean | undefined;
      /** How many competing Etsy offers to compare with. Integer. */
      competitorCount?: number | undefined;
    } | undefined;
  } | undefined;
}
