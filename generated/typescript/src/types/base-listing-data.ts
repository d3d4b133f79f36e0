// Generated from types/base-listing-data.yaml of the message catalog. Change it there.

/**
 * What a product's listings have in common, whatever the material. The price is not in here but in
 * the material variant.
 */
export type BaseListingData = {
  /**
   * Headline of the listing, as buyers see it. Marketplaces limit its length; Etsy takes 140
   * characters.
   */
  title: string;
  /** Text of the listing, in which buyers read what the product is. */
  description: string;
  /**
   * Search tags that buyers find the listing by. Marketplaces limit their number; Etsy takes 13.
   * Each item: One tag, such as `articulated dragon`.
   */
  tags: string[];
  /**
   * Number of the category in the marketplace's own taxonomy that the listing is filed under.
   * Integer.
   */
  taxonomyId: number;
  /** Who made the product, in the marketplace's terms; on Etsy, for example, `i_did`. */
  whoMade?: string | undefined;
  /**
   * When the product was made, in the marketplace's terms; on Etsy, for example, `made_to_order`.
   */
  whenMade?: string | undefined;
  /** True when buyers get a file to download, false when they get a printed item. */
  isDigital?: boolean | undefined;
  /** How many pieces are for sale. Integer. */
  quantity?: number | undefined;
};
