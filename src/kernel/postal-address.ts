/** Where somebody lives or is served; the coordinates where the caller knows them. */
export interface PostalAddress {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly pincode: string;
  readonly lat: number | null;
  readonly lng: number | null;
}
