import test from "ava";
import fc from "fast-check";
import {
  boxAround,
  distanceKm,
  RADIUS_KM,
  type Box,
  type Position,
} from "../../../src/modules/booking/great-circle.js";

const RADIANS = Math.PI / 180;

/** Where one gets to by so many kilometres straight on; longitudes from -180 to 180. */
function destination({ lat, lng }: Position, bearing: number, kilometres: number): Position {
  const angle = kilometres / RADIUS_KM;
  const [from, towards] = [lat * RADIANS, bearing * RADIANS];
  const sine =
    Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(towards);
  const east = Math.atan2(
    Math.sin(towards) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * sine,
  );
  const turned = lng + east / RADIANS;
  const around = turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
  return { lat: Math.asin(Math.max(-1, Math.min(1, sine))) / RADIANS, lng: around };
}

function holds({ south, north, west, east }: Box, { lat, lng }: Position): boolean {
  return lat >= south && lat <= north && lng >= west && lng <= east;
}

const near = (value: number) =>
  fc.double({ min: -0.5, max: 0.5, noNaN: true }).map((d) => value + d);
const latitude = fc.oneof(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.oneof(near(0), near(89.5), near(-89.5)),
);
const longitude = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.oneof(near(179.5), near(-179.5)),
);
const position = fc.record({ lat: latitude, lng: longitude });
const bearing = fc.oneof(
  fc.constantFrom(0, 90, 180, 270),
  fc.double({ min: 0, max: 360, noNaN: true }),
);
const kilometres = fc.oneof(
  fc.double({ min: 0, max: 64, noNaN: true }),
  fc.double({ min: 0, max: 15_000, noNaN: true }),
);

test("a box holds the whole circle, over poles and the 180th meridian as well", (t) => {
  fc.assert(
    fc.property(position, bearing, kilometres, (centre, towards, km) => {
      const there = destination(centre, towards, km);
      t.true(holds(boxAround(centre, km), there), JSON.stringify(there));
    }),
    { numRuns: 5_000 },
  );
});

test("a box is no larger than the circle, away from poles and the 180th meridian", (t) => {
  const inhabited = fc.record({
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
    lng: fc.double({ min: -170, max: 170, noNaN: true }),
  });
  fc.assert(
    fc.property(inhabited, fc.double({ min: 0.1, max: 64, noNaN: true }), (centre, km) => {
      const { south, north, west, east } = boxAround(centre, km);
      const { lat, lng } = centre;
      t.true(Math.abs(distanceKm(centre, { lat: north, lng }) - km) < 0.001);
      t.true(Math.abs(distanceKm(centre, { lat: south, lng }) - km) < 0.001);
      // The circle touches both meridians, so they come no nearer than it and so near somewhere.
      for (const side of [west, east]) {
        const across = Math.sin(Math.abs(side - lng) * RADIANS) * Math.cos(lat * RADIANS);
        t.true(Math.abs(Math.asin(across) * RADIUS_KM - km) < 0.001);
      }
    }),
  );
});

test("without an end a box is the whole Earth", (t) => {
  const { south, north, west, east } = boxAround({ lat: 22.5, lng: 88.3 }, Infinity);
  t.deepEqual([south, north, west, east], [-Infinity, Infinity, -Infinity, Infinity]);
});
