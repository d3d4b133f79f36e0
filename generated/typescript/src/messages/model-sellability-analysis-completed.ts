// Generated from messages/model/model-sellability-analysis-completed.yaml of the message catalog. Change it there.
import type { ErrorDetails } from '../types/error-details.js';

/**
 * Delivers a metamodel's sellability score with recommended prices, marketplaces and improvements.
 *
 * Workers send it when a `model-sellability-analysis-request` has ended, in success or failure.
 * Match it to the request by `metamodelId`. When the analysis failed, `error` says why.
 */
export interface ModelSellabilityAnalysisCompletedMessage {
  /** UUID of the metamodel that was analysed, as given in the request. Format: UUID (RFC 9562). */
  metamodelId?: string | undefined;
  /** User who owns the metamodel, as given in the request. */
  ownerId?: string | undefined;
  /** How well the product would sell, from 0 to 100. Minimum: 0. Maximum: 100. */
  sellabilityScore?: number | undefined;
  /**
   * Recommended prices, overall and by material, and what they rest on. No field names the
   * currency.
   */
  pricingRecommendations?: {
    /** Price the analysis recommends asking for the product. */
    suggestedPrice?: number | undefined;
    /** Span of reasonable prices around `suggestedPrice`. */
    priceRange?: {
      /** Lowest price in the span. */
      min?: number | undefined;
      /** Highest price in the span. */
      max?: number | undefined;
      /** Middle price of the span, with as many prices below as above. */
      median?: number | undefined;
    } | undefined;
    /** Average price of the competing offers that were compared. */
    competitorAverage?: number | undefined;
    /** Recommended pricing for each print material, keyed by material, for example `PLA`. */
    materialPricing?: { [key: string]: unknown } | undefined;
    /** Reasons behind the recommended price, one item for each. */
    factors?: Array<{
      /** Short name of what influenced the price. */
      factor?: string | undefined;
      /** Effect this factor had on the price. */
      impact?: string | undefined;
      /** Explanation of the factor and its effect, for the owner to read. */
      description?: string | undefined;
    }> | undefined;
  } | undefined;
  /** Recommended marketplaces, one item for each, with their ratings. */
  marketplaceRecommendations?: Array<{
    /** Marketplace this item is about, by id, for example `etsy` or `ebay`. */
    marketplace?: string | undefined;
    /** How well product and marketplace suit each other; a higher score is a better match. */
    compatibilityScore?: number | undefined;
    /** Why the marketplace got this score, for the owner to read. */
    reasoning?: string | undefined;
    /** Estimated size of the audience a listing would have on this marketplace. */
    estimatedReach?: number | undefined;
    /** Fee the marketplace takes. Whether it is an amount or a percentage is not specified. */
    platformFee?: number | undefined;
    /** Ratings that exist only for Etsy; expect them only when `marketplace` is Etsy. */
    etsySpecificData?: {
      /** How well the product fits its Etsy category; a higher score is a better fit. */
      categoryFitScore?: number | undefined;
      /** Print materials to offer the product in on Etsy, for example `PLA` or `Resin`. */
      recommendedMaterials?: string[] | undefined;
      /** How long the first sale on Etsy is expected to take, in words. */
      estimatedTimeToFirstSale?: string | undefined;
    } | undefined;
  }> | undefined;
  /** Market demand for products like this one, as asked for by `analysisOptions.demandAnalysis`. */
  demandAnalysis?: {
    /** How much demand there is in the product's category, as a label. */
    categoryDemand?: string | undefined;
    /** How strongly products of this kind are trending; a higher score is a stronger trend. */
    trendingScore?: number | undefined;
    /**
     * How many searches buyers make for products of this kind. The period is not specified.
     * Integer.
     */
    searchVolume?: number | undefined;
    /** How many or how strong the competing offers are, as a label. */
    competitionLevel?: string | undefined;
    /** Whether demand is going up, going down or staying level, as a label. */
    trendDirection?: string | undefined;
  } | undefined;
  /** Scores that the overall score rests on. They grade qualities of the product. */
  qualityFactors?: {
    /** Score for how sound the geometry is. */
    technicalQuality?: number | undefined;
    /** Score for how easily the product can be printed. */
    printability?: number | undefined;
    /** Score for how much the product stands out from others. */
    uniqueness?: number | undefined;
    /** Score for how well the product meets what buyers look for. */
    marketFit?: number | undefined;
  } | undefined;
  /** What would make the product sell better. The owner can act on each item. */
  recommendations?: Array<{
    /** Area the recommendation belongs to. */
    category?: string | undefined;
    /** How urgent or worthwhile the recommendation is, as a label. */
    priority?: string | undefined;
    /** Recommendation in a few words, as a heading. */
    title?: string | undefined;
    /** What to do and why, for the owner to read. */
    description?: string | undefined;
    /** What following the recommendation should bring, in words. */
    expectedImpact?: string | undefined;
  }> | undefined;
  /**
   * Time at which the analysis completed, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  analyzedAt?: string | undefined;
  /**
   * Version of the analysis algorithm. Compare scores only between analyses of the same version.
   */
  analysisVersion?: string | undefined;
  /** Why the analysis failed. Absent when it succeeded. */
  error?: ErrorDetails | undefined;
}
