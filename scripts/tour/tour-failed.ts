/** The service did not do what a day of business asks of it; the message says what and where. */
export class TourFailed extends Error {
  override readonly name = "TourFailed";
}
