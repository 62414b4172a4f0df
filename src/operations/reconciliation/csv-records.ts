/**
 * The records of a CSV file (RFC 4180): quoted fields may hold commas, line breaks and doubled
 * quotes. Lines without anything are left out; a byte order mark is ignored.
 */
export function csvRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const body = text.replace(/^\uFEFF/, "");
  while (field.lastIndex < body.length) {
    const found = field.exec(body);
    // A quote within an unquoted field: the rest cannot be told apart, so it is one bad record.
    if (found === null) return [...records, [...record, body]];
    const [, quoted, plain, end] = found;
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    if (record.some((value) => value !== "")) records.push(record);
    record = [];
  }
  if (record.length > 0) records.push([...record, ""]);
  return records;
}
