/**
 * In the returning list of a statement of its own: its commit does not wait for the disk.
 *
 * The setting holds for the statement's transaction alone. For rows whose loss in a crash of the
 * server would do no harm; everybody sees them at once all the same.
 */
export const COMMITS_LATER = "set_config('synchronous_commit', 'off', true) as commits_later";
