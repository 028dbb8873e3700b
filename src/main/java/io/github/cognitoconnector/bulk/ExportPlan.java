package io.github.cognitoconnector.bulk;

/**
 * What an export is to look like.
 *
 * @param csv whether its lines are CSV, and not JSON
 * @param groups whether each user comes with his groups, at the cost of a call for each
 * @param cursors whether there are lines in between that say where it could go on
 */
record ExportPlan(boolean csv, boolean groups, boolean cursors) {}
