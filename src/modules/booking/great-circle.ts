export interface Position {
  readonly lat: number;
  readonly lng: number;
}

/** The mean radius of the Earth. */
export const RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Kilometres along the surface between two positions in degrees, by the haversine formula. */
export function distanceKm(from: Position, to: Position): number {
  const dLat = Math.sin(((to.lat - from.lat) * RADIANS) / 2);
  const dLng = Math.sin(((to.lng - from.lng) * RADIANS) / 2);
  const parallel = Math.cos(from.lat * RADIANS) * Math.cos(to.lat * RADIANS);
  const chord = dLat * dLat + parallel * dLng * dLng;
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Degrees of latitude and longitude; from -Infinity to Infinity is all around the Earth. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Degrees by which a box is too large, which is a decimetre: more than what arithmetic loses. */
const MARGIN = 1e-6;

/**
 * A box that holds every position within so many kilometres of one, so that few others need be
 * measured. Where a pole or the 180th meridian is as near, it goes all around the Earth.
 */
export function boxAround({ lat, lng }: Position, kilometres: number): Box {
  const angle = kilometres / RADIUS_KM;
  const south = lat - angle / RADIANS - MARGIN;
  const north = lat + angle / RADIANS + MARGIN;
  const allAround = { south, north, west: -Infinity, east: Infinity };
  if (south <= -90 || north >= 90) return allAround;
  // The circle is widest where a meridian touches it, which is not on its own parallel.
  const half = Math.asin(Math.sin(angle) / Math.cos(lat * RADIANS)) / RADIANS + MARGIN;
  const [west, east] = [lng - half, lng + half];
  return west <= -180 || east >= 180 ? allAround : { south, north, west, east };
}
