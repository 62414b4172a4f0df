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
