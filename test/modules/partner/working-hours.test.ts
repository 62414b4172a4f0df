import test from "ava";
import { partners } from "../../../src/modules/partner/partner.js";
import { refuseWorkingHours } from "../../../src/modules/partner/working-hours.js";
import { given } from "../scenario.js";
import { partnerId, registered, registration } from "./a-partner.js";

test("working hours change, and to the same they do not", (t) => {
  const workingHours = { start: "09:30", end: "18:00", days: [1, 3, 5] };
  const history = given(t, partners, registered);
  history
    .when({ type: "ChangeWorkingHours", workingHours })
    .yields({ type: "PartnerWorkingHoursChanged", data: { partnerId, workingHours } });
  history
    .when({ type: "ChangeWorkingHours", workingHours: { ...registration.workingHours } })
    .yields();
});

const wrong = [
  ["an hour that no clock shows", { start: "24:00", end: "25:00", days: [1] }, ["start", "end"]],
  ["a time without a leading zero", { start: "8:00", end: "20:00", days: [1] }, ["start"]],
  ["an end at the start", { start: "08:00", end: "08:00", days: [1] }, ["end"]],
  ["an end before the start", { start: "20:00", end: "08:00", days: [1] }, ["end"]],
  ["no day", { start: "08:00", end: "20:00", days: [] }, ["days"]],
  ["a day 0", { start: "08:00", end: "20:00", days: [0, 1] }, ["days"]],
  ["a day 8", { start: "08:00", end: "20:00", days: [8] }, ["days"]],
  ["half a day", { start: "08:00", end: "20:00", days: [1.5] }, ["days"]],
  ["a day twice", { start: "08:00", end: "20:00", days: [2, 2] }, ["days"]],
] as const;

for (const [what, workingHours, fields] of wrong) {
  test(`working hours with ${what} are refused`, (t) => {
    given(t, partners, registered)
      .when({ type: "ChangeWorkingHours", workingHours })
      .refuses("invalid", "working_hours_invalid");
    const named = refuseWorkingHours(workingHours)?.fields?.map(({ field }) => field);
    t.deepEqual<unknown, unknown>(named, fields);
  });
}
