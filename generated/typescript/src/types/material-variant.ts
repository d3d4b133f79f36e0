// Generated from types/material-variant.yaml of the message catalog. Change it there.

/**
 * The material that one listing offers a product in, and its price in that material. Each material
 * of a product is published as a listing of its own.
 */
export type MaterialVariant = {
  /**
   * Material of the printed product, for example `PLA`, `Resin` or `ABS`; the completed message
   * repeats it.
   */
  materialName: string;
  /** Price of the product in this material, in `currency`. */
  price: number;
  /** Seller's own stock number for this variant, for example `DRAGON-PLA`. */
  sku?: string | undefined;
  /** Currency of `price`, as an ISO 4217 code such as `USD`. */
  currency?: string | undefined;
};
