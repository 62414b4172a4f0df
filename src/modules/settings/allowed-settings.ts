import { rejectFields, type FieldProblem, type Rejection } from "../../kernel/rejection.js";
import type { SettingRule, SettingsPolicy } from "./commands.js";
import type { SettingValues } from "./events.js";

/**
 * Refuses settings that the market does not know, values outside their range, and a finer part of
 * a percent than its own records hold (Minuteserv, `commission_percentage DECIMAL(5, 2)`).
 */
export function refuseSettings(
  values: SettingValues,
  { rules }: SettingsPolicy,
): Rejection | undefined {
  const problems: FieldProblem[] = Object.entries(values).flatMap(([field, value]) => {
    const message = complaint(value, Object.hasOwn(rules, field) ? rules[field] : undefined);
    return message === undefined ? [] : [{ field, message }];
  });
  return problems.length === 0 ? undefined : rejectFields("settings_invalid", problems);
}

function complaint(value: number, rule: SettingRule | undefined): string | undefined {
  if (rule === undefined) return "is no setting";
  if (rule.integer && !Number.isInteger(value)) return "must be a whole number";
  if (value !== Number(value.toFixed(2))) return "must have at most two decimals";
  const within = value >= rule.min && value <= rule.max;
  return within ? undefined : `must be from ${rule.min} to ${rule.max}`;
}
