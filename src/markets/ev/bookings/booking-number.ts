const LETTERS = 26;
const NUMBERS = LETTERS ** 3 * 10_000;

/** Shares no factor with 26 or 10, so that no two serials of one round meet. */
const STRIDE = 60_218_071;

/**
 * Create Booking prints EVABC1234: three letters and four digits, scattered by the booking's serial
 * so that nobody counts the bookings by them, and unique by construction. What comes after all
 * 175 million of them says so by a longer number.
 */
export function bookingNumber(serial: number): string {
  const round = Math.floor(serial / NUMBERS);
  const place = Number((BigInt(serial) * BigInt(STRIDE)) % BigInt(NUMBERS));
  const letters = [2, 1, 0].map((power) => letter(Math.floor(place / 10_000) / LETTERS ** power));
  const digits = String(place % 10_000).padStart(4, "0");
  return `EV${letters.join("")}${digits}${round === 0 ? "" : round}`;
}

function letter(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + (Math.floor(place) % LETTERS));
}
