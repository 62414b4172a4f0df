import { isDeepStrictEqual } from "node:util";
import { rejectFields, type FieldProblem, type Rejection } from "../../kernel/rejection.js";
import type { PartnerEvent, WorkingHours } from "./events.js";
import type { Partner } from "./state.js";

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Sets the hours in which a partner is offered work; the same hours again are no change. */
export function changeWorkingHours(
  workingHours: WorkingHours,
  { partnerId, workingHours: before }: Partner,
): readonly PartnerEvent[] | Rejection {
  const refusal = refuseWorkingHours(workingHours);
  if (refusal !== undefined) return refusal;
  if (isDeepStrictEqual(workingHours, before)) return [];
  return [{ type: "PartnerWorkingHoursChanged", data: { partnerId, workingHours } }];
}

/** Times are `HH:MM` within one day, start before end; days are 1 to 7, each once. */
export function refuseWorkingHours({ start, end, days }: WorkingHours): Rejection | undefined {
  const problems: FieldProblem[] = [];
  if (!TIME.test(start)) problems.push({ field: "start", message: "must be a time HH:MM" });
  if (!TIME.test(end)) problems.push({ field: "end", message: "must be a time HH:MM" });
  if (problems.length === 0 && start >= end) {
    problems.push({ field: "end", message: "must be after start" });
  }
  if (!areWeekdays(days)) {
    problems.push({ field: "days", message: "must be days from 1 to 7, each once" });
  }
  return problems.length === 0 ? undefined : rejectFields("working_hours_invalid", problems);
}

function areWeekdays(days: readonly number[]): boolean {
  const inWeek = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return inWeek && days.length > 0 && new Set(days).size === days.length;
}
